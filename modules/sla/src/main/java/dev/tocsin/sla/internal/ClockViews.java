package dev.tocsin.sla.internal;

import dev.tocsin.sla.ClockView;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.ThresholdView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Words a clock for readers. */
final class ClockViews {

  private ClockViews() {}

  /** Returns a clock that was judged at the instant of asking. */
  static ClockView of(
      @Nullable UUID id,
      @Nullable UUID policyId,
      Metric metric,
      ClockRun run,
      Duration elapsed,
      List<ThresholdView> thresholds,
      Instant now) {
    return new ClockView(
        id,
        policyId,
        metric,
        run.state(),
        run.target(),
        run.startedAt(),
        run.endedAt(),
        run.dueAt(),
        elapsed,
        run.target().minus(elapsed),
        run.breachedAt(),
        run.metLate() ? true : null,
        run.promise().calendarId(),
        thresholds,
        Ledger.of(run, elapsed, now));
  }
}
