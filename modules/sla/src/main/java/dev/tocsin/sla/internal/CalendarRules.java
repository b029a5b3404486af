package dev.tocsin.sla.internal;

import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.worktime.DayFrame;
import dev.tocsin.platform.worktime.WeeklyHours;
import dev.tocsin.platform.worktime.WorkingTime;
import dev.tocsin.platform.worktime.Zones;
import dev.tocsin.sla.CalendarDraft;
import dev.tocsin.sla.Holiday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes working time of a calendar as it is written. */
public final class CalendarRules {

  private CalendarRules() {}

  /**
   * Returns the working time that a draft means.
   *
   * @throws Rejected naming every fault
   */
  public static WorkingTime time(CalendarDraft draft) {
    List<Fault> faults = new ArrayList<>();
    ZoneId zone = Zones.find(draft.timeZone()).orElse(ZoneOffset.UTC);
    if (Zones.find(draft.timeZone()).isEmpty()) {
      faults.add(
          new Fault("/time_zone", "unknown", "must be an IANA time zone, such as Europe/Berlin"));
    }
    Map<DayOfWeek, List<DayFrame>> week = WeekText.read(draft.weekly(), faults);
    Map<LocalDate, String> holidays = holidays(draft.holidays(), faults);
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
    return draft.weekly() == null && holidays.isEmpty()
        ? WorkingTime.aroundTheClock()
        : new WeeklyHours(zone, week, holidays);
  }

  private static Map<LocalDate, String> holidays(@Nullable List<Holiday> days, List<Fault> faults) {
    Map<LocalDate, String> seen = new HashMap<>();
    for (int i = 0; days != null && i < days.size(); i++) {
      LocalDate date = days.get(i).date();
      String pointer = "/holidays/" + i + "/date";
      if (date.getYear() < 1900 || date.getYear() > 2500) {
        faults.add(new Fault(pointer, "out_of_range", "must be in the years 1900 to 2500"));
      }
      String name = Objects.requireNonNullElse(days.get(i).name(), "");
      if (seen.putIfAbsent(date, name) != null) {
        faults.add(new Fault(pointer, "duplicate", "is a holiday already"));
      }
    }
    return seen;
  }
}
