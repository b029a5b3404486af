package dev.tocsin.platform.ical;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;

/**
 * How long an event lasts: first so long by the wall clock, then so long elapsed.
 *
 * <p>A recurring night from 22:00 to 06:00 ends at 06:00 also when the clocks change in it, as the
 * calendars that people look at show it.
 */
record EventLength(Duration byTheWall, Duration elapsed) {

  static EventLength of(Component event, EventTime start, CalendarClocks clocks)
      throws UnreadableCalendar {
    Property end = event.property("DTEND");
    if (end != null) {
      EventTime until = clocks.time(end);
      return until.clock().equals(start.clock())
          ? new EventLength(Duration.between(start.local(), until.local()), Duration.ZERO)
          : new EventLength(Duration.ZERO, Duration.between(start.instant(), until.instant()));
    }
    Property duration = event.property("DURATION");
    if (duration != null) {
      return read(duration.value().strip());
    }
    if (start.isDay()) {
      return new EventLength(Duration.ofDays(1), Duration.ZERO);
    }
    throw new UnreadableCalendar("it has no end");
  }

  private static EventLength read(String text) throws UnreadableCalendar {
    int time = text.indexOf('T');
    String days = time < 0 ? text : text.substring(0, time);
    try {
      return new EventLength(
          Duration.ofDays(
              days.length() < 2 ? 0 : LocalDate.EPOCH.plus(Period.parse(days)).toEpochDay()),
          time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time)));
    } catch (DateTimeException e) {
      throw new UnreadableCalendar("\"" + text + "\" is no duration");
    }
  }

  Instant end(EventTime start) {
    EventTime turned = new EventTime(start.local().plus(byTheWall), start.clock(), start.isDay());
    return turned.instant().plus(elapsed);
  }
}
