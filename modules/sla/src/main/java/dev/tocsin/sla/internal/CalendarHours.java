package dev.tocsin.sla.internal;

import dev.tocsin.platform.worktime.WorkingTime;
import dev.tocsin.sla.CalendarDraft;
import dev.tocsin.sla.Holiday;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The hours of a calendar, as they are written and as they count; never changed, only replaced. */
@Embeddable
public class CalendarHours {

  @Column(name = "time_zone")
  private String timeZone;

  @Convert(converter = Columns.OfWeek.class)
  private @Nullable Map<String, List<List<String>>> weekly;

  @Convert(converter = Columns.OfHolidays.class)
  private List<Holiday> holidays;

  @Transient private @Nullable WorkingTime time;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected CalendarHours() {}

  /**
   * Returns the hours that a draft means.
   *
   * @throws dev.tocsin.platform.error.Rejected naming every fault
   */
  static CalendarHours of(CalendarDraft draft) {
    CalendarHours hours = new CalendarHours();
    hours.time = CalendarRules.time(draft);
    hours.timeZone = draft.timeZone();
    hours.weekly = WeekText.ordered(draft.weekly());
    hours.holidays =
        draft.holidays() == null
            ? List.of()
            : draft.holidays().stream().sorted(Comparator.comparing(Holiday::date)).toList();
    return hours;
  }

  /** Returns the same hours, for another row. */
  CalendarHours copy() {
    return of(new CalendarDraft("", timeZone, weekly, holidays));
  }

  /** Returns what counts. */
  WorkingTime time() {
    WorkingTime known = time;
    if (known == null) {
      known = CalendarRules.time(new CalendarDraft("", timeZone, weekly, holidays));
      time = known;
    }
    return known;
  }

  String timeZone() {
    return timeZone;
  }

  @Nullable Map<String, List<List<String>>> weekly() {
    return WeekText.ordered(weekly);
  }

  List<Holiday> holidays() {
    return holidays;
  }
}
