package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.Holiday;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts together what feeds and rules know of holidays. */
@Dependent
public class HolidayDays {

  @Inject private HolidayRows rows;

  /**
   * Returns the holidays of some countries, by date, then country and name.
   *
   * @param to exclusive
   */
  public List<Holiday> of(Collection<String> countries, LocalDate from, LocalDate to) {
    List<Holiday> found = new ArrayList<>();
    for (String country : countries) {
      for (int year = from.getYear(); year <= to.getYear(); year++) {
        found.addAll(ofYear(country, year));
      }
    }
    return found.stream()
        .filter(holiday -> !holiday.date().isBefore(from) && holiday.date().isBefore(to))
        .sorted(
            Comparator.comparing(Holiday::date)
                .thenComparing(Holiday::country)
                .thenComparing(Holiday::name))
        .toList();
  }

  /**
   * Returns what the days of a schedule count as: with holidays kept as a weekend they are looked
   * up, a year at a time, when a day of it is first asked for.
   */
  Weekdays weekdays(Schedule schedule) {
    if (!schedule.holidaysAsWeekend()) {
      return Weekdays.PLAIN;
    }
    Map<Integer, Set<LocalDate>> years = new HashMap<>();
    return Weekdays.with(
        day -> years.computeIfAbsent(day.getYear(), y -> daysOf(schedule, y)).contains(day));
  }

  private Set<LocalDate> daysOf(Schedule schedule, int year) {
    return schedule.holidayCountries().stream()
        .flatMap(country -> ofYear(country, year).stream())
        .map(Holiday::date)
        .collect(Collectors.toSet());
  }

  private List<Holiday> ofYear(String country, int year) {
    LocalDate first = LocalDate.ofYearDay(year, 1);
    List<Holiday> told =
        rows.stored(country, first, first.plusYears(1)).stream()
            .map(holiday -> new Holiday(holiday.day(), holiday.country(), holiday.name(), "feed"))
            .toList();
    if (!told.isEmpty()) {
      return told;
    }
    List<Holiday> computed = new ArrayList<>();
    HolidayRules.BUNDLED
        .of(country, year)
        .forEach(
            (day, names) ->
                names.forEach(name -> computed.add(new Holiday(day, country, name, "rules"))));
    return computed;
  }
}
