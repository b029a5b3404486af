package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.Holiday;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

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
