package dev.tocsin.platform.work;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures one work: rows done, rows failed, runs failed as a whole, what its runs take and how
 * late it is.
 */
final class WorkMeters {

  private final Counter done;
  private final Counter failed;
  private final Counter crashed;
  private final Timer runs;
  private final AtomicLong lagMillis = new AtomicLong();

  WorkMeters(MeterRegistry registry, String work) {
    done = registry.counter("tocsin.work.rows", "work", work, "outcome", "done");
    failed = registry.counter("tocsin.work.rows", "work", work, "outcome", "failed");
    crashed = registry.counter("tocsin.work.crashes", "work", work);
    runs = registry.timer("tocsin.work.runs", "work", work);
    Gauge.builder("tocsin.work.lag.seconds", lagMillis, millis -> millis.get() / 1000.0)
        .description("How long past its due time the oldest row of the last run was")
        .tag("work", work)
        .register(registry);
  }

  /** Takes note of a batch that was asked for at an instant and took that long. */
  void record(Instant at, Batch batch, Duration took) {
    runs.record(took);
    done.increment(batch.done());
    failed.increment(batch.failed());
    Instant oldest = batch.oldestDue();
    lagMillis.set(oldest == null ? 0 : Math.max(0, Duration.between(oldest, at).toMillis()));
  }

  void crashed() {
    crashed.increment();
  }
}
