package dev.tocsin.web.schedules.timeline;

import java.time.Duration;
import java.time.Instant;

/**
 * Places instants on a line, by elapsed time: a day of 25 hours is wider than one of 24.
 *
 * @param to exclusive, after {@code from}
 */
public record TimeScale(Instant from, Instant to) {

  /** Returns the percentage of the line that lies before an instant, within 0 and 100. */
  public double place(Instant at) {
    double share = millis(from, at) / millis(from, to);
    return Math.round(Math.min(1, Math.max(0, share)) * 1e6) / 1e4;
  }

  /** Returns whether an instant lies on the line. */
  public boolean shows(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  /** Returns whether any of a stretch of time lies on the line. */
  public boolean shows(Instant start, Instant end) {
    return start.isBefore(to) && end.isAfter(from);
  }

  private static double millis(Instant a, Instant b) {
    return Duration.between(a, b).toMillis();
  }
}
