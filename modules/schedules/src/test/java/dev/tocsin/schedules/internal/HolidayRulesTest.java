package dev.tocsin.schedules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayRulesTest {

  @ParameterizedTest
  @CsvSource({
    "1943-04-25",
    "1961-04-02",
    "2000-04-23",
    "2008-03-23",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2027-03-28",
    "2038-04-25",
    "2049-04-18",
    "2285-03-22"
  })
  void easterIsWhenTheAlmanacsSay(LocalDate easter) {
    assertThat(HolidayRule.easter(easter.getYear())).isEqualTo(easter);
  }

  /** Counted another way: the Sunday after the full moon of the tables of 1582. */
  @Property
  void easterFollowsThePaschalFullMoon(@ForAll @IntRange(min = 1583, max = 4099) int year) {
    int century = year / 100 + 1;
    int epact = Math.floorMod(14 + 11 * (year % 19) - 3 * century / 4 + (5 + 8 * century) / 25, 30);
    if (epact == 0 || (epact == 1 && year % 19 > 10)) {
      epact++;
    }
    LocalDate moon = LocalDate.of(year, 4, 19).minusDays(epact);
    LocalDate sunday = moon.plusDays(1);
    while (sunday.getDayOfWeek() != DayOfWeek.SUNDAY) {
      sunday = sunday.plusDays(1);
    }
    assertThat(HolidayRule.easter(year)).isEqualTo(sunday);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          US | 2026-01-19 | Martin Luther King Jr. Day
          US | 2026-05-25 | Memorial Day
          US | 2026-07-03 | Independence Day (observed)
          US | 2026-07-04 | Independence Day
          US | 2026-11-26 | Thanksgiving Day
          US | 2021-12-31 | New Year's Day (observed)
          US | 2027-06-18 | Juneteenth National Independence Day (observed)
          CA | 2026-05-18 | Victoria Day
          CA | 2027-05-24 | Victoria Day
          CA | 2026-10-12 | Thanksgiving
          GB | 2022-12-26 | Boxing Day
          GB | 2022-12-27 | Christmas Day (observed)
          GB | 2026-12-28 | Boxing Day (observed)
          GB | 2027-12-27 | Christmas Day (observed)
          GB | 2027-12-28 | Boxing Day (observed)
          GB | 2026-08-31 | Summer bank holiday
          AU | 2026-04-25 | Anzac Day
          AU | 2025-01-27 | Australia Day (observed)
          DE | 2026-05-14 | Christi Himmelfahrt
          DE | 2026-05-25 | Pfingstmontag
          FR | 2026-04-06 | Lundi de Pâques
          IN | 2026-10-02 | Gandhi Jayanti
          """)
  void theRulesGiveTheDaysOfTheCalendars(String country, LocalDate day, String name) {
    assertThat(HolidayRules.BUNDLED.of(country, day.getYear()).getOrDefault(day, List.of()))
        .contains(name);
  }

  @Test
  void aLawHoldsFromItsFirstYearOn() {
    assertThat(HolidayRules.BUNDLED.of("US", 2020)).doesNotContainKey(LocalDate.of(2020, 6, 19));
    assertThat(HolidayRules.BUNDLED.of("US", 2021)).containsKey(LocalDate.of(2021, 6, 19));
    assertThat(HolidayRules.BUNDLED.of("XX", 2026)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"US", "CA", "GB", "AU", "DE", "FR", "IN"})
  void everyYearIsItsOwnAndObservedDaysAreWeekdays(String country) {
    for (int year = 1990; year < 2100; year++) {
      Map<LocalDate, List<String>> days = HolidayRules.BUNDLED.of(country, year);
      int wanted = year;
      assertThat(days.keySet()).allMatch(day -> day.getYear() == wanted).hasSizeBetween(5, 20);
      days.forEach(
          (day, names) -> {
            if (names.stream().anyMatch(name -> name.endsWith("(observed)"))) {
              assertThat(day.getDayOfWeek()).isLessThan(DayOfWeek.SATURDAY);
            }
          });
    }
  }
}
