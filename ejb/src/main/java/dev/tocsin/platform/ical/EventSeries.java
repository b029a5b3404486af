package dev.tocsin.platform.ical;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that a calendar says under one UID: an event, how it comes again, and what is different about
 * single ones of its times.
 */
public final class EventSeries {
  /** No zone is further from UTC. */
  private static final Duration WIDEST_OFFSET = Duration.ofDays(1);

  private final String uid;
  private final boolean cancelled;
  private final CalendarClocks clocks;
  private final List<Component> events = new ArrayList<>();

  private EventSeries(String uid, boolean cancelled, CalendarClocks clocks) {
    this.uid = uid;
    this.cancelled = cancelled;
    this.clocks = clocks;
  }

  /**
   * Return what a calendar tells, in its order; the UID of what has none is empty.
   *
   * @param zone of times that name none
   */
  public static List<EventSeries> of(Component calendar, ZoneId zone) {
    CalendarClocks clocks = new CalendarClocks(calendar, zone);
    boolean cancelled = calendar.text("METHOD").equalsIgnoreCase("CANCEL");
    Map<String, EventSeries> found = new LinkedHashMap<>();
    for (Component event : calendar.components("VEVENT")) {
      String uid = event.text("UID").strip();
      found.computeIfAbsent(uid, any -> new EventSeries(uid, cancelled, clocks)).events.add(event);
    }
    return List.copyOf(found.values());
  }

  public String uid() {
    return uid;
  }

  /** Return what it is called, for messages. */
  public String title() {
    return events.get(0).text("SUMMARY");
  }

  /**
   * Return the times that end after one instant and start before another, in order; none of what is
   * cancelled.
   *
   * @throws UnreadableCalendar when it cannot be understood, ends before it starts, or comes more
   *     often than anybody can look through
   */
  public List<Occurrence> occurrences(Instant from, Instant to) throws UnreadableCalendar {
    try {
      Map<Instant, Occurrence> found = new TreeMap<>();
      for (Component event : events) {
        if (event.property("RECURRENCE-ID") == null) {
          expand(event, from, to, found);
        }
      }
      for (Component event : events) {
        Property replaced = event.property("RECURRENCE-ID");
        if (replaced != null) {
          found.remove(clocks.time(replaced).instant());
        }
      }
      for (Component event : events) {
        Property replaced = event.property("RECURRENCE-ID");
        if (replaced != null) {
          requireSingle(replaced);
          EventTime start = time(event, "DTSTART");
          put(event, start, EventLength.of(event, start, clocks), from, to, found);
        }
      }
      if (found.size() > Recurrence.MOST) {
        throw tooOften();
      }
      return List.copyOf(found.values());
    } catch (DateTimeException | ArithmeticException e) {
      throw new UnreadableCalendar("it lies outside of all calendars");
    }
  }

  private void expand(Component event, Instant from, Instant to, Map<Instant, Occurrence> found)
      throws UnreadableCalendar {
    EventTime first = time(event, "DTSTART");
    Set<Instant> excepted = new HashSet<>();
    for (Property dates : event.properties("EXDATE")) {
      clocks.times(dates).forEach(date -> excepted.add(date.instant()));
    }
    EventLength length = EventLength.of(event, first, clocks);
    Instant earliest = from.minus(length.byTheWall()).minus(length.elapsed());
    for (EventTime start : starts(event, first, earliest, to)) {
      if (!excepted.contains(start.instant())) {
        put(event, start, length, from, to, found);
      }
    }
  }

  private List<EventTime> starts(Component event, EventTime first, Instant from, Instant to)
      throws UnreadableCalendar {
    List<EventTime> starts = new ArrayList<>(List.of(first));
    for (Property dates : event.properties("RDATE")) {
      if ("PERIOD".equalsIgnoreCase(dates.parameter("VALUE"))) {
        throw new UnreadableCalendar("periods (RDATE) are not understood");
      }
      starts.addAll(clocks.times(dates));
    }
    for (Property property : event.properties("RRULE")) {
      Recurrence rule = Recurrence.read(property.value());
      List<LocalDateTime> again =
          rule.starts(first.local(), utc(from.minus(WIDEST_OFFSET)), utc(to.plus(WIDEST_OFFSET)));
      if (again.size() > Recurrence.MOST) {
        throw tooOften();
      }
      for (LocalDateTime local : again) {
        EventTime start = new EventTime(local, first.clock(), first.isDay());
        if (rule.lastsUntil(start.instant())) {
          starts.add(start);
        }
      }
    }
    return starts;
  }

  private void put(
      Component event,
      EventTime start,
      EventLength length,
      Instant from,
      Instant to,
      Map<Instant, Occurrence> found)
      throws UnreadableCalendar {
    Instant begin = start.instant();
    Instant end = length.end(start);
    if (!end.isAfter(begin)) {
      throw new UnreadableCalendar("it ends at " + end + " and starts at " + begin);
    }
    boolean gone = cancelled || event.text("STATUS").equalsIgnoreCase("CANCELLED");
    if (!gone && end.isAfter(from) && begin.isBefore(to)) {
      found.put(begin, new Occurrence(begin, end, event));
    }
  }

  private static UnreadableCalendar tooOften() {
    return new UnreadableCalendar("it comes more than " + Recurrence.MOST + " times");
  }

  private static void requireSingle(Property replaced) throws UnreadableCalendar {
    if (replaced.parameter("RANGE") != null) {
      throw new UnreadableCalendar("a change of all later times (RANGE) is not understood");
    }
  }

  private EventTime time(Component event, String name) throws UnreadableCalendar {
    Property property = event.property(name);
    if (property == null) {
      throw new UnreadableCalendar("it has no " + name);
    }
    return clocks.time(property);
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
