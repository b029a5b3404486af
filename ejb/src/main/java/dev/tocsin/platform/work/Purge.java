package dev.tocsin.platform.work;

import dev.tocsin.platform.Transactions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * Due work that deletes what nobody needs any more.
 *
 * <p>It deletes in small batches, each a transaction of its own, and rests once there is nothing
 * left: what is past its time is not heeded in the meantime, so nothing waits for it.
 */
public abstract class Purge implements DueWork {

  /** Rows a transaction: few enough that it holds their locks for an instant only. */
  static final int BATCH = 500;

  private final Duration rest;

  @Inject Transactions transactions;

  private volatile Instant next = Instant.MIN;

  /** Makes one that rests so long after it found nothing more to delete. */
  protected Purge(Duration rest) {
    this.rest = rest;
  }

  /** Deletes at most so many rows that are past their time, in a transaction; returns how many. */
  protected abstract int delete(Instant now, int limit);

  @Override
  public Batch run(Instant now) {
    if (now.isBefore(next)) {
      return Batch.NOTHING;
    }
    int deleted = transactions.call(() -> delete(now, BATCH));
    boolean more = deleted >= BATCH;
    next = more ? now : now.plus(rest);
    return new Batch(deleted, 0, more, null);
  }
}
