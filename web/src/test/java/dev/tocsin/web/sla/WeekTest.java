package dev.tocsin.web.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekTest {

  private static Week drawn(String monday) {
    return Week.of(WeekText.weekly(Map.of("mon", monday)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9-17|09:00–17:00",
        "09:00–12:00, 13:00–17:30|09:00–12:00, 13:00–17:30",
        "9.30 - 12 ; 22-6|09:30–12:00, 22:00–06:00",
        "0-24|00:00–24:00",
        "noon-5|noon–05:00",
      })
  void framesAreReadAsPeopleTypeThem(String typed, String meant) {
    assertThat(WeekText.of(WeekText.weekly(Map.of("mon", typed)))).containsEntry("mon", meant);
  }

  @Test
  void aDayWithoutFramesIsNoDayOfTheCalendar() {
    assertThat(WeekText.weekly(WeekText.of(null))).isEmpty();
  }

  @Test
  void framesAreDrawnInPercentOfTheirDay() {
    assertThat(drawn("6-12, 18-24").bars("mon"))
        .containsExactly(
            new Week.Bar("25.000", "25.000", "06:00–12:00", false),
            new Week.Bar("75.000", "25.000", "18:00–24:00", false));
  }

  @Test
  void aNightGoesOnInTheNextDayAndSundaysNightOnMonday() {
    Week week = Week.of(Map.of("sun", List.of(List.of("18:00", "06:00"))));
    assertThat(week.bars("sun"))
        .containsExactly(new Week.Bar("75.000", "25.000", "18:00–06:00", false));
    assertThat(week.bars("mon"))
        .containsExactly(new Week.Bar("0.000", "25.000", "18:00–06:00", true));
  }

  @Test
  void whatIsNoFrameYetIsNotDrawn() {
    assertThat(drawn("9, 25-26, 10-10, 24-1, 9-10-11").bars("mon")).isEmpty();
    assertThat(Week.of(null).bars("sat")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/weekly/fri/0/1, /fri",
    "/weekly, /mon",
    "/holidays/3/date, /holidays",
    "/time_zone, /time_zone",
    "/name, /name",
  })
  void aFaultGoesToTheInputThatShowsIt(String pointer, String input) {
    assertThat(CalendarForm.input(pointer)).isEqualTo(input);
  }
}
