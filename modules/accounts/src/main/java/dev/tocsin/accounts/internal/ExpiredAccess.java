package dev.tocsin.accounts.internal;

import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.work.Batch;
import dev.tocsin.platform.work.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Throws away sessions, links and counts of failures that no longer mean anything. */
@ApplicationScoped
public class ExpiredAccess implements DueWork {

  /** Nothing waits for this: what has expired is not honoured in the meantime. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private static final int BATCH = 1000;

  /** Every statement takes the time before which a row is worthless, and how many to delete. */
  private static final List<String> STATEMENTS =
      List.of(
          deleteOldest("sessions", "id", "expires_at"),
          deleteOldest("password_links", "id", "expires_at"),
          deleteOldest("sign_in_attempts", "subject", "last_attempt_at"));

  @Inject
  @Unit("accounts")
  private EntityManager entityManager;

  @Inject private Transactions transactions;

  private volatile Instant next = Instant.MIN;

  @Override
  public String name() {
    return "expired-access";
  }

  @Override
  public Batch run(Instant now) {
    if (now.isBefore(next)) {
      return Batch.NOTHING;
    }
    int deleted = transactions.call(() -> purge(now));
    boolean more = deleted >= BATCH;
    next = more ? now : now.plus(PAUSE);
    return new Batch(deleted, 0, more, null);
  }

  private int purge(Instant now) {
    // a lock outlasts the failure that caused it by its own length, not more
    Instant before = now.minus(SignInAttempts.LOCK).minus(SignInAttempts.WINDOW);
    return STATEMENTS.stream()
        .mapToInt(
            statement ->
                entityManager
                    .createNativeQuery(statement)
                    .setParameter(1, InstantColumn.of(before))
                    .setParameter(2, BATCH)
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
