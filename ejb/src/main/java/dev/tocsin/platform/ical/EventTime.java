package dev.tocsin.platform.ical;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/**
 * A time as a calendar writes it.
 *
 * @param isDay whether it is a day, which begins at midnight
 */
record EventTime(LocalDateTime local, LocalClock clock, boolean isDay) {
  private static final int DAY_LENGTH = 8;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withResolverStyle(ResolverStyle.STRICT);

  /** Read a value without its zone, which is told by what is around it. */
  static EventTime read(String text, LocalClock clock) throws UnreadableCalendar {
    String value = text.strip();
    try {
      return value.length() == DAY_LENGTH
          ? new EventTime(LocalDate.parse(value, DAY).atStartOfDay(), clock, true)
          : new EventTime(LocalDateTime.parse(value, TIME), clock, false);
    } catch (DateTimeException e) {
      throw new UnreadableCalendar("\"" + value + "\" is no time");
    }
  }

  Instant instant() {
    return clock.instant(local);
  }
}
