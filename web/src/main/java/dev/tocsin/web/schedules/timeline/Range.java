package dev.tocsin.web.schedules.timeline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How much of a schedule a timeline shows at once. */
public enum Range {
  DAY(15),
  TWO_WEEKS(60),
  MONTH(180);

  private final int step;

  Range(int step) {
    this.step = step;
  }

  /** Returns the minutes of the wall clock to which a selection snaps. */
  public int step() {
    return step;
  }

  /** Returns the first day of the range that shows a day. */
  LocalDate first(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case TWO_WEEKS -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  LocalDate plus(LocalDate first, int ranges) {
    return switch (this) {
      case DAY -> first.plusDays(ranges);
      case TWO_WEEKS -> first.plusWeeks(2L * ranges);
      case MONTH -> first.plusMonths(ranges);
    };
  }
}
