package dev.tocsin.platform;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does work in a transaction of its own, and again when it met somebody else's: for work that takes
 * rows of several modules, which know nothing of each other's order.
 */
@Dependent
public class Retrying {

  private static final int TRIES = 5;

  /** What PostgreSQL calls a deadlock and a failure to serialize. */
  private static final Set<String> BROKEN_OFF = Set.of("40P01", "40001");

  @Inject private Transactions transactions;

  /**
   * Runs work in a new transaction, a few times if need be; returns its result after the commit.
   */
  public <T> T call(Supplier<T> work) {
    for (int left = TRIES - 1; ; left--) {
      try {
        return transactions.call(work);
      } catch (RuntimeException e) {
        if (left == 0 || !metAnother(e)) {
          throw e;
        }
      }
    }
  }

  /** Returns whether work failed only because another's was in its way. */
  public static boolean metAnother(Throwable thrown) {
    @Nullable Throwable at = thrown;
    for (int depth = 0; at != null && depth < 20; depth++) {
      if (at instanceof OptimisticLockException
          || (at instanceof SQLException sql && BROKEN_OFF.contains(sql.getSQLState()))) {
        return true;
      }
      at = at.getCause();
    }
    return false;
  }
}
