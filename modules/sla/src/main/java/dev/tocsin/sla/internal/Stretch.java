package dev.tocsin.sla.internal;

import dev.tocsin.platform.worktime.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a clock's life that counts or does not.
 *
 * @param to null while it goes on
 */
record Stretch(Instant from, @Nullable Instant to, boolean counted, Reason reason) {

  /** Why a stretch counts, or does not. */
  enum Reason {
    RUNNING,
    WAITING,
    RESOLVED
  }

  Stretch endedAt(Instant at) {
    return new Stretch(from, at, counted, reason);
  }

  /** Returns the working time it counts until an instant. */
  Duration countedUntil(Instant at, WorkingTime time) {
    if (!counted) {
      return Duration.ZERO;
    }
    return time.between(from, to == null || at.isBefore(to) ? at : to);
  }
}
