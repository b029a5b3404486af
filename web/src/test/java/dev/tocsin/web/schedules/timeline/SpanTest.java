package dev.tocsin.web.schedules.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-10-25T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "DAY, Europe/Berlin, 2026-10-25",
    "TWO_WEEKS, Europe/Berlin, 2026-10-25",
    "MONTH, America/New_York, 2026-03-08",
    "DAY, Australia/Lord_Howe, 2026-10-04",
    "DAY, America/Santiago, 2026-09-06",
    "MONTH, Asia/Kathmandu, 2026-02-01"
  })
  void columnsTileTheLineWhateverTheClocksDo(Range range, String zone, LocalDate day) {
    Span span = Span.around(range, day, ZoneId.of(zone));
    double edge = 0;
    for (Tick tick : span.ticks(NOW, Map.of())) {
      assertThat(tick.left()).isCloseTo(edge, within(0.001));
      edge = tick.left() + tick.width();
    }
    assertThat(edge).isCloseTo(100, within(0.001));
  }

  @Test
  void theDayOnWhichTheClocksGoBackIsWiderAndSaysSo() {
    List<Tick> days =
        Span.around(Range.TWO_WEEKS, LocalDate.of(2026, 10, 25), BERLIN).ticks(NOW, Map.of());
    Tick sunday = days.get(6);
    assertThat(sunday.note()).isEqualTo("25 h");
    assertThat(sunday.today()).isTrue();
    assertThat(sunday.weekend()).isTrue();
    assertThat(sunday.width() / days.get(0).width()).isCloseTo(25.0 / 24, within(0.0001));
    assertThat(days).filteredOn(day -> !day.note().isEmpty()).containsExactly(sunday);
  }

  @Test
  void aDayWithoutItsThirdHourHasTwentyThreeColumns() {
    List<Tick> hours =
        Span.around(Range.DAY, LocalDate.of(2026, 3, 29), BERLIN).ticks(NOW, Map.of());
    assertThat(hours).hasSize(23);
    assertThat(hours).extracting(Tick::text).contains("00:00", "03:00").doesNotContain("02:00");
  }

  @Test
  void spansFollowEachOtherWithoutAHole() {
    for (Range range : Range.values()) {
      Span span = Span.around(range, LocalDate.of(2026, 1, 31), BERLIN);
      assertThat(span.moved(1).scale().from()).isEqualTo(span.scale().to());
      assertThat(span.moved(1).moved(-1)).isEqualTo(span);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DAY, 2026-11-21, Saturday 21 November 2026",
    "TWO_WEEKS, 2026-11-21, 16 – 29 Nov 2026",
    "TWO_WEEKS, 2026-11-30, 30 Nov – 13 Dec 2026",
    "TWO_WEEKS, 2026-12-31, 28 Dec 2026 – 10 Jan 2027",
    "MONTH, 2026-11-21, November 2026"
  })
  void aTitleNamesWhatIsShown(Range range, LocalDate day, String title) {
    assertThat(Span.around(range, day, BERLIN).title()).isEqualTo(title);
  }
}
