package dev.tocsin.platform.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Works out when the events of one series take place within a window; used once. */
final class Expansion {
  /** No zone is further from UTC. */
  private static final Duration WIDEST_OFFSET = Duration.ofDays(1);

  private final CalendarClocks clocks;
  private final Instant from;
  private final Instant to;
  private final Map<Instant, Occurrence> found = new TreeMap<>();

  Expansion(CalendarClocks clocks, Instant from, Instant to) {
    this.clocks = clocks;
    this.from = from;
    this.to = to;
  }

  /** Return the times in order; whatever says that it takes another's place does so. */
  List<Occurrence> of(List<Component> events) throws UnreadableCalendar {
    List<Component> exceptions = new ArrayList<>();
    for (Component event : events) {
      if (event.property("RECURRENCE-ID") == null) {
        expand(event);
      } else {
        exceptions.add(event);
      }
    }
    for (Component event : exceptions) {
      found.remove(clocks.time(replaced(event)).instant());
    }
    for (Component event : exceptions) {
      EventTime start = start(event);
      put(event, start, EventLength.of(event, start, clocks));
    }
    if (found.size() > Recurrence.MOST) {
      throw tooOften();
    }
    return List.copyOf(found.values());
  }

  private void expand(Component event) throws UnreadableCalendar {
    EventTime first = start(event);
    EventLength length = EventLength.of(event, first, clocks);
    Set<Instant> excepted = new HashSet<>();
    for (Property dates : event.properties("EXDATE")) {
      clocks.times(dates).forEach(date -> excepted.add(date.instant()));
    }
    for (EventTime start : starts(event, first, length)) {
      if (!excepted.contains(start.instant())) {
        put(event, start, length);
      }
    }
  }

  private List<EventTime> starts(Component event, EventTime first, EventLength length)
      throws UnreadableCalendar {
    List<EventTime> starts = new ArrayList<>(List.of(first));
    for (Property dates : event.properties("RDATE")) {
      if ("PERIOD".equalsIgnoreCase(dates.parameter("VALUE"))) {
        throw new UnreadableCalendar("periods (RDATE) are not understood");
      }
      starts.addAll(clocks.times(dates));
    }
    Instant earliest = from.minus(length.byTheWall()).minus(length.elapsed());
    for (Property property : event.properties("RRULE")) {
      Recurrence rule = Recurrence.read(property.value());
      List<LocalDateTime> again =
          rule.starts(
              first.local(), utc(earliest.minus(WIDEST_OFFSET)), utc(to.plus(WIDEST_OFFSET)));
      if (again.size() > Recurrence.MOST) {
        throw tooOften();
      }
      again.stream()
          .map(local -> new EventTime(local, first.clock(), first.isDay()))
          .filter(start -> rule.lastsUntil(start.instant()))
          .forEach(starts::add);
    }
    return starts;
  }

  private void put(Component event, EventTime start, EventLength length) throws UnreadableCalendar {
    Instant begin = start.instant();
    Instant end = length.end(start);
    if (!end.isAfter(begin)) {
      throw new UnreadableCalendar("it ends at " + end + " and starts at " + begin);
    }
    boolean gone = event.text("STATUS").equalsIgnoreCase("CANCELLED");
    if (!gone && end.isAfter(from) && begin.isBefore(to)) {
      found.put(begin, new Occurrence(begin, end, event));
    }
  }

  private EventTime start(Component event) throws UnreadableCalendar {
    Property start = event.property("DTSTART");
    if (start == null) {
      throw new UnreadableCalendar("it has no DTSTART");
    }
    return clocks.time(start);
  }

  private static Property replaced(Component event) throws UnreadableCalendar {
    Property replaced = event.property("RECURRENCE-ID");
    if (replaced == null || replaced.parameter("RANGE") != null) {
      throw new UnreadableCalendar("a change of all later times (RANGE) is not understood");
    }
    return replaced;
  }

  private static UnreadableCalendar tooOften() {
    return new UnreadableCalendar("it comes more than " + Recurrence.MOST + " times");
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
