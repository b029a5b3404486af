package dev.tocsin.schedules.internal;

import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.ical.CalendarText;
import dev.tocsin.platform.ical.EventSeries;
import dev.tocsin.platform.ical.Occurrence;
import dev.tocsin.platform.ical.UnreadableCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a calendar says of shifts to come.
 *
 * @param uids of all events that it speaks of, also of those that it cancels
 * @param skipped how many events had nothing to come
 */
record ImportedCalendar(List<String> uids, List<ImportedShift> shifts, int skipped) {
  /** As far as anything is answered; see {@link Window}. */
  static final Duration AHEAD = Duration.ofDays(400);

  private static final int MOST = 1000;
  private static final int LONGEST_UID = 1000;
  private static final int MOST_FAULTS = 50;

  /**
   * Read a calendar.
   *
   * @param zone of times that name none
   * @throws Rejected naming every event that cannot be understood
   */
  static ImportedCalendar read(String text, ZoneId zone, Instant now) {
    List<EventSeries> told = seriesOf(text, zone);
    List<ImportedShift> shifts = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    int skipped = 0;
    for (EventSeries series : told) {
      try {
        List<ImportedShift> found = shifts(series, now);
        skipped += found.isEmpty() ? 1 : 0;
        shifts.addAll(found);
      } catch (UnreadableCalendar e) {
        faults.add(fault(series, e));
      }
      if (shifts.size() > MOST || faults.size() == MOST_FAULTS) {
        break;
      }
    }
    if (shifts.size() > MOST) {
      faults.add(new Fault("", "too_many", "there are more than " + MOST + " shifts in 400 days"));
    }
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
    return new ImportedCalendar(told.stream().map(EventSeries::uid).toList(), shifts, skipped);
  }

  private static List<EventSeries> seriesOf(String text, ZoneId zone) {
    try {
      List<EventSeries> told = EventSeries.of(CalendarText.read(text), zone);
      if (told.size() > MOST) {
        throw new Rejected("", "too_many", "there are more than " + MOST + " events");
      }
      return told;
    } catch (UnreadableCalendar e) {
      throw new Rejected("", "invalid", "must be a calendar: " + e.getMessage());
    }
  }

  private static List<ImportedShift> shifts(EventSeries series, Instant now)
      throws UnreadableCalendar {
    if (series.uid().isEmpty() || series.uid().length() > LONGEST_UID) {
      throw new UnreadableCalendar("it has no UID to know it by");
    }
    List<ImportedShift> found = new ArrayList<>();
    for (Occurrence when : series.occurrences(now, now.plus(AHEAD))) {
      ImportedShift shift = ImportedShift.of(series.uid(), when);
      if (shift.names().isEmpty()) {
        throw new UnreadableCalendar("it names nobody");
      }
      if (!ScheduleRules.isWithinCalendar(when.start())
          || !ScheduleRules.isWithinCalendar(when.end())) {
        throw new UnreadableCalendar("it lies outside of the years 1900 to 2499");
      }
      found.add(shift);
    }
    return found;
  }

  private static Fault fault(EventSeries series, UnreadableCalendar why) {
    String name = series.title().isBlank() ? "" : " \"" + series.title() + "\"";
    return new Fault(
        "/VEVENT/" + series.uid().replace("~", "~0").replace("/", "~1"),
        "invalid",
        "the event%s (UID %s): %s".formatted(name, series.uid(), why.getMessage()));
  }
}
