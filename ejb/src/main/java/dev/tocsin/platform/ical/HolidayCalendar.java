package dev.tocsin.platform.ical;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads holidays out of a calendar: the events of whole days; what has a time of day is none. */
public final class HolidayCalendar {
  /** More than any country has in all the years a feed tells. */
  private static final int MOST = 5000;

  private static final int LONGEST_NAME = 200;

  private HolidayCalendar() {}

  /** A holiday of a feed. */
  public record Day(LocalDate date, String name) {}

  /**
   * Return the holidays of a calendar, each once, in its order.
   *
   * @throws UnreadableCalendar when it is none
   */
  public static Set<Day> read(String text) throws UnreadableCalendar {
    Set<Day> days = new LinkedHashSet<>();
    for (Component event : CalendarText.read(text).components("VEVENT")) {
      Property start = event.property("DTSTART");
      if (start != null && isDate(start) && !event.text("STATUS").equals("CANCELLED")) {
        addDays(days, event, date(start));
      }
    }
    return days;
  }

  private static void addDays(Set<Day> days, Component event, LocalDate first)
      throws UnreadableCalendar {
    String summary = event.text("SUMMARY").replaceAll("\\p{Cntrl}+", " ").strip();
    String name = summary.substring(0, Math.min(summary.length(), LONGEST_NAME));
    Property end = event.property("DTEND");
    LocalDate next = first.plusDays(1);
    LocalDate after = end != null && isDate(end) && date(end).isAfter(next) ? date(end) : next;
    for (LocalDate day = first; day.isBefore(after) && days.size() < MOST; day = day.plusDays(1)) {
      days.add(new Day(day, name));
    }
  }

  private static boolean isDate(Property property) {
    return property.value().strip().length() == 8;
  }

  private static LocalDate date(Property property) throws UnreadableCalendar {
    try {
      return LocalDate.parse(property.value().strip(), DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException e) {
      throw new UnreadableCalendar(property.name() + " is no date: " + property.value());
    }
  }
}
