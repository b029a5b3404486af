package dev.tocsin.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as PostgreSQL keeps them. */
public final class Times {

  private Times() {}

  /** Returns now, truncated to microseconds, so that what is stored equals what was computed. */
  public static Instant now(Clock clock) {
    return truncate(clock.instant());
  }

  /** Returns an instant truncated, never rounded, to microseconds. */
  public static Instant truncate(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
