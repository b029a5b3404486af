package dev.tocsin.schedules.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * One holiday of a country, every year from its first on.
 *
 * @param days gives the day of a year
 */
record HolidayRule(IntFunction<LocalDate> days, int since, Weekend weekend, String name) {

  /** What happens when the day falls on a weekend. */
  enum Weekend {
    /** Nothing. */
    STAYS,
    /** It is kept on the next weekday that is no holiday, as well. */
    NEXT,
    /** It is kept on the Friday before a Saturday or the Monday after a Sunday, as well. */
    NEAREST;

    /** Return the day on which a holiday is kept, given all that are holidays already. */
    LocalDate observed(LocalDate day, Set<LocalDate> holidays) {
      if (this == STAYS || !isWeekend(day)) {
        return day;
      }
      if (this == NEAREST) {
        return day.plusDays(day.getDayOfWeek() == DayOfWeek.SATURDAY ? -1 : 1);
      }
      LocalDate next = day.plusDays(1);
      while (isWeekend(next) || holidays.contains(next)) {
        next = next.plusDays(1);
      }
      return next;
    }

    private static boolean isWeekend(LocalDate day) {
      return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }
  }

  /** Read a rule as {@code holidays.txt} writes it. */
  static HolidayRule parse(String line) {
    List<String> fields = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    return new HolidayRule(
        days(fields.get(1)),
        Integer.parseInt(fields.get(2)),
        Weekend.valueOf(fields.get(3).toUpperCase(Locale.ROOT)),
        fields.get(4));
  }

  LocalDate day(int year) {
    return days.apply(year);
  }

  private static IntFunction<LocalDate> days(String text) {
    if (text.startsWith("easter")) {
      int offset = Integer.parseInt(text.substring("easter".length()));
      return year -> easter(year).plusDays(offset);
    }
    String[] words = text.split(" ", -1);
    if (words.length == 1) {
      return MonthDay.parse("--" + text)::atYear;
    }
    if (words[1].equals("<=")) {
      MonthDay last = MonthDay.parse("--" + words[2]);
      DayOfWeek weekday = weekday(words[0]);
      return year -> last.atYear(year).with(TemporalAdjusters.previousOrSame(weekday));
    }
    int ordinal = Integer.parseInt(words[0]);
    DayOfWeek weekday = weekday(words[1]);
    int month = Integer.parseInt(words[2]);
    return year ->
        LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday));
  }

  private static DayOfWeek weekday(String name) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().startsWith(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no weekday: " + name));
  }

  /** Return Easter Sunday of a Gregorian year, by the rule of Meeus, Jones and Butcher. */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}
