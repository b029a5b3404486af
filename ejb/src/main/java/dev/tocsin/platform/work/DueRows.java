package dev.tocsin.platform.work;

import static java.lang.System.Logger.Level.ERROR;

import dev.tocsin.platform.Transactions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Due work that touches the database only: row by row, each in a transaction of its own.
 *
 * <p>A row that throws is rolled back, logged and put off by {@link Backoff}; the rest of its batch
 * goes on.
 */
public abstract class DueRows implements DueWork {

  /** Rows a run: small enough that a slow node does not hold many, large enough to keep up. */
  protected static final int BATCH = 200;

  private static final System.Logger LOG = System.getLogger(DueRows.class.getName());

  @Inject Transactions transactions;

  /** Returns rows due at or before now, oldest first, without locking them. */
  protected abstract List<DueRow> due(Instant now, int limit);

  /**
   * Locks the row ({@code FOR UPDATE SKIP LOCKED}), checks that it is still due, and does its work.
   *
   * @return false when another node has it or it is no longer due
   */
  protected abstract boolean perform(UUID id, Instant now);

  /** Records that the row threw, and makes it due again at the given time. */
  protected abstract void postpone(UUID id, Instant until, int failures, String reason);

  @Override
  public Batch run(Instant now) {
    List<DueRow> rows = transactions.call(() -> due(now, BATCH));
    if (rows.isEmpty()) {
      return Batch.NOTHING;
    }
    int done = 0;
    int failed = 0;
    for (DueRow row : rows) {
      try {
        if (transactions.call(() -> perform(row.id(), now))) {
          done++;
        }
      } catch (RuntimeException e) {
        failed++;
        putOff(row, now, e);
      }
    }
    return new Batch(done, failed, rows.size() == BATCH, rows.get(0).dueAt());
  }

  private void putOff(DueRow row, Instant now, RuntimeException cause) {
    int failures = row.failures() + 1;
    Instant until = now.plus(Backoff.delay(failures));
    LOG.log(ERROR, () -> name() + " " + row.id() + " failed, next try " + until, cause);
    transactions.run(() -> postpone(row.id(), until, failures, String.valueOf(cause)));
  }
}
