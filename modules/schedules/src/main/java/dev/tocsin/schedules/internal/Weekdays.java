package dev.tocsin.schedules.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Predicate;

/** Which weekday a local day counts as. */
@FunctionalInterface
public interface Weekdays {

  /** Every day counts as what it is. */
  Weekdays PLAIN = LocalDate::getDayOfWeek;

  /** Return what a day counts as. */
  DayOfWeek of(LocalDate day);

  /** Return weekdays by which a holiday counts as a Sunday, unless it is on a weekend anyhow. */
  static Weekdays with(Predicate<LocalDate> holidays) {
    return day -> !isWeekend(day) && holidays.test(day) ? DayOfWeek.SUNDAY : day.getDayOfWeek();
  }

  /** Tell whether a day is a Saturday or a Sunday. */
  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
  }
}
