package dev.tocsin.platform.ical;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a calendar says under one UID: an event, how it comes again, and what is different about
 * single ones of its times.
 */
public final class EventSeries {
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
      List<Occurrence> found = new Expansion(clocks, from, to).of(events);
      return cancelled ? List.of() : found;
    } catch (DateTimeException | ArithmeticException e) {
      throw new UnreadableCalendar("it lies outside of all calendars");
    }
  }
}
