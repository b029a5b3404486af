package dev.tocsin.sla;

import dev.tocsin.platform.error.Rejected;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a report is about: the promises that were kept or broken in a stretch of time.
 *
 * @param from when the stretch begins
 * @param to when it ends, not included
 * @param by what the rows are
 * @param zone whose days, weeks and months
 */
public record SlaReportQuery(Instant from, Instant to, By by, ZoneId zone) {

  /** What a row of a report is. */
  public enum By {
    POLICY,
    TEAM,
    CUSTOMER,
    DAY,
    WEEK,
    MONTH
  }

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2500-01-01T00:00:00Z");

  public SlaReportQuery {
    if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
      throw new Rejected("/from", "out_of_range", "must be in the years 1900 to 2499, as to");
    }
    if (!from.isBefore(to)) {
      throw new Rejected("/to", "invalid", "must be after from");
    }
  }
}
