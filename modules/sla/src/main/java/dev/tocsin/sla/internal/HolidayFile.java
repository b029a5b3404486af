package dev.tocsin.sla.internal;

import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.ical.HolidayCalendar;
import dev.tocsin.platform.ical.UnreadableCalendar;
import dev.tocsin.sla.Holiday;
import java.util.List;

/** Reads holidays from an iCalendar file that somebody brings. */
public final class HolidayFile {

  private HolidayFile() {}

  /**
   * Returns the holidays of a file by date, each date once.
   *
   * @throws Rejected when it is no calendar, or tells no holiday
   */
  public static List<Holiday> read(String file) {
    try {
      List<Holiday> found =
          HolidayCalendar.read(file).stream()
              .map(day -> new Holiday(day.date(), day.name().isEmpty() ? null : day.name()))
              .toList();
      if (found.isEmpty()) {
        throw new Rejected("", "invalid", "has no event of a whole day");
      }
      return Holiday.together(found, List.of());
    } catch (UnreadableCalendar e) {
      throw new Rejected("", "invalid", "is no calendar (RFC 5545): " + e.getMessage());
    }
  }
}
