package dev.tocsin.accounts.internal;

import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.work.Purge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Throws away sessions, links and counts of failures that no longer mean anything. */
@ApplicationScoped
public class ExpiredAccess extends Purge {

  /** Every statement takes the time before which a row is worthless, and how many to delete. */
  private static final List<String> STATEMENTS =
      List.of(
          deleteOldest("sessions", "id", "expires_at"),
          deleteOldest("password_links", "id", "expires_at"),
          deleteOldest("sign_in_attempts", "subject", "last_attempt_at"));

  @Inject
  @Unit("accounts")
  private EntityManager entityManager;

  /** Makes the one of this node. */
  public ExpiredAccess() {
    super(Duration.ofMinutes(1));
  }

  @Override
  public String name() {
    return "expired-access";
  }

  @Override
  protected int delete(Instant now, int limit) {
    // a lock outlasts the failure that caused it by its own length, not more
    Instant before = now.minus(SignInAttempts.LOCK).minus(SignInAttempts.WINDOW);
    return STATEMENTS.stream()
        .mapToInt(
            statement ->
                entityManager
                    .createNativeQuery(statement)
                    .setParameter(1, InstantColumn.of(before))
                    .setParameter(2, limit)
                    .executeUpdate())
        .sum();
  }

  private static String deleteOldest(String table, String key, String column) {
    return "DELETE FROM accounts."
        + table
        + (" WHERE " + key + " IN (SELECT " + key + " FROM accounts." + table)
        + (" WHERE " + column + " < ?1 LIMIT ?2 FOR UPDATE SKIP LOCKED)");
  }
}
