package dev.tocsin.accounts.internal;

import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.Stale;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Map;

/** Says in the domain's words what the database refused. */
public final class Writes {

  private static final String UNIQUE_VIOLATION = "23505";
  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private record Taken(String code, String detail) {}

  private static final Map<String, Taken> TAKEN =
      Map.of(
          "users_email", new Taken("email_taken", "Somebody has this email already."),
          "users_handle", new Taken("handle_taken", "Somebody has this handle already."),
          "teams_handle", new Taken("handle_taken", "A team has this handle already."),
          "customers_key", new Taken("key_taken", "A customer has this key already."));

  private Writes() {}

  /**
   * Sends the changes to the database now.
   *
   * @throws Conflict when a unique name is taken or a thing is still in use
   * @throws Stale when another transaction was faster
   */
  public static void flush(EntityManager entityManager) {
    try {
      entityManager.flush();
    } catch (OptimisticLockException e) {
      throw new Stale();
    } catch (PersistenceException e) {
      throw meaningOf(e);
    }
  }

  private static RuntimeException meaningOf(PersistenceException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String message = String.valueOf(sql.getMessage());
        if (FOREIGN_KEY_VIOLATION.equals(sql.getSQLState())) {
          return new Conflict("in_use", "Something else still refers to this.");
        }
        if (UNIQUE_VIOLATION.equals(sql.getSQLState())) {
          return TAKEN.entrySet().stream()
              .filter(index -> message.contains('"' + index.getKey() + '"'))
              .map(Map.Entry::getValue)
              .findFirst()
              .<RuntimeException>map(taken -> new Conflict(taken.code(), taken.detail()))
              .orElse(e);
        }
      }
    }
    return e;
  }
}
