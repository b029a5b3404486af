package dev.tocsin.platform.work;

import static java.lang.System.Logger.Level.ERROR;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Runs one {@link DueWork}, never twice at once on this node, and loses no request: one that comes
 * while the work runs makes it run once more.
 */
final class WorkRunner {

  private enum State {
    IDLE,
    RUNNING,
    RUNNING_AND_ASKED
  }

  private static final System.Logger LOG = System.getLogger(WorkRunner.class.getName());

  private final DueWork work;
  private final Supplier<Instant> now;
  private final WorkMeters meters;
  private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

  WorkRunner(DueWork work, Supplier<Instant> now, WorkMeters meters) {
    this.work = work;
    this.now = now;
    this.meters = meters;
  }

  /** Notes that the work should run; returns whether the caller must now call {@link #drain}. */
  boolean request() {
    State before =
        state.getAndUpdate(s -> s == State.IDLE ? State.RUNNING : State.RUNNING_AND_ASKED);
    return before == State.IDLE;
  }

  /** Takes back a request that no thread could be found for. */
  void release() {
    state.set(State.IDLE);
  }

  /** Runs batches until nothing more is due and nobody asked meanwhile, or until told to stop. */
  void drain(BooleanSupplier stop) {
    do {
      state.set(State.RUNNING);
      while (runOnce() && !stop.getAsBoolean()) {
        // the batch said that more is due
      }
    } while (!state.compareAndSet(State.RUNNING, State.IDLE) && !stop.getAsBoolean());
    if (stop.getAsBoolean()) {
      release();
    }
  }

  private boolean runOnce() {
    Instant at = now.get();
    long begun = System.nanoTime();
    try {
      Batch batch = work.run(at);
      meters.record(at, batch, Duration.ofNanos(System.nanoTime() - begun));
      return batch.more();
    } catch (RuntimeException e) {
      // a beat later it is tried again; a thread that died here would stop the work for good
      meters.crashed();
      LOG.log(ERROR, () -> "due work " + work.name() + " failed as a whole", e);
      return false;
    }
  }
}
