package dev.tocsin.platform.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WeeklyHoursTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static final List<String> ZONES =
      List.of(
          "Europe/Berlin",
          "Europe/London",
          "Europe/Dublin",
          "Europe/Lisbon",
          "Europe/Kyiv",
          "Europe/Moscow",
          "Europe/Istanbul",
          "Atlantic/Azores",
          "America/New_York",
          "America/Chicago",
          "America/Los_Angeles",
          "America/Anchorage",
          "America/St_Johns",
          "America/Sao_Paulo",
          "America/Santiago",
          "America/Asuncion",
          "America/Havana",
          "America/Caracas",
          "America/Scoresbysund",
          "Africa/Cairo",
          "Africa/Casablanca",
          "Asia/Beirut",
          "Asia/Gaza",
          "Asia/Tehran",
          "Asia/Amman",
          "Asia/Pyongyang",
          "Australia/Sydney",
          "Australia/Lord_Howe",
          "Pacific/Auckland",
          "Pacific/Apia");

  /** Office hours; nights; frames that start, end or lie wholly inside the usual gaps. */
  private static final List<List<DayFrame>> WEEKS =
      List.of(
          List.of(new DayFrame(9 * 60, 12 * 60), new DayFrame(13 * 60, 17 * 60)),
          List.of(new DayFrame(22 * 60, 30 * 60)),
          List.of(DayFrame.WHOLE_DAY),
          List.of(
              new DayFrame(0, 15),
              new DayFrame(30, 90),
              new DayFrame(95, 150),
              new DayFrame(155, 170),
              new DayFrame(180, 200),
              new DayFrame(23 * 60 + 15, 24 * 60 + 10)));

  private static WeeklyHours daily(ZoneId zone, List<DayFrame> frames, LocalDate... off) {
    Map<DayOfWeek, List<DayFrame>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, frames);
    }
    Map<LocalDate, String> holidays = new HashMap<>();
    List.of(off).forEach(day -> holidays.put(day, "Day off"));
    return new WeeklyHours(zone, week, holidays);
  }

  @Test
  void everyChangeOfThirtyZonesInTwentyYearsAgreesWithTheOracle() {
    assertThat(ZONES).hasSize(30).doesNotHaveDuplicates();
    Random random = new Random(7);
    int changes = 0;
    for (String name : ZONES) {
      ZoneId zone = ZoneId.of(name);
      Instant end = Instant.parse("2030-01-01T00:00:00Z");
      ZoneOffsetTransition change =
          zone.getRules().nextTransition(Instant.parse("2010-01-01T00:00:00Z"));
      while (change != null && change.getInstant().isBefore(end)) {
        changes++;
        LocalDate day = LocalDate.ofInstant(change.getInstant(), ZoneOffset.UTC);
        for (List<DayFrame> frames : WEEKS) {
          compare(daily(zone, frames), day, random);
        }
        compare(daily(zone, WEEKS.get(1), day), day, random);
        change = zone.getRules().nextTransition(change.getInstant());
      }
    }
    assertThat(changes).isGreaterThan(700);
  }

  private static void compare(WeeklyHours hours, LocalDate change, Random random) {
    MinuteOracle oracle = new MinuteOracle(hours, change.minusDays(2), 5);
    for (int i = 0; i < 12; i++) {
      int from = random.nextInt(oracle.length());
      int to = from + random.nextInt(oracle.length() - from);
      assertThat(hours.between(oracle.at(from), oracle.at(to)))
          .as("%s %s from %s to %s", hours.zone(), hours.week(), oracle.at(from), oracle.at(to))
          .isEqualTo(Duration.ofMinutes(oracle.counted(from, to)));
      told(hours, oracle, from, to);
      int work = 1 + random.nextInt(DayFrame.DAY);
      int due = oracle.due(from, work);
      if (due > 0) {
        assertThat(hours.due(oracle.at(from), Duration.ofMinutes(work)))
            .as("%s %s %s min from %s", hours.zone(), hours.week(), work, oracle.at(from))
            .isEqualTo(oracle.at(due));
      }
    }
  }

  /** Compares every stretch that is told with the minutes that count. */
  private static void told(WeeklyHours hours, MinuteOracle oracle, int from, int to) {
    Instant reached = oracle.at(from);
    Span last = null;
    for (Span span : hours.spans(oracle.at(from), oracle.at(to), 1_000).orElseThrow()) {
      assertThat(span.from()).isEqualTo(reached);
      assertThat(span.length()).isPositive();
      int minutes = oracle.counted(oracle.minute(span.from()), oracle.minute(span.to()));
      assertThat(Duration.ofMinutes(minutes))
          .as("%s %s %s", hours.zone(), hours.week(), span)
          .isEqualTo(span.counts() ? span.length() : Duration.ZERO);
      assertThat(span.counts() && last != null && last.counts()).as("joined").isFalse();
      reached = span.to();
      last = span;
    }
    assertThat(reached).isEqualTo(oracle.at(to));
  }

  @Test
  void whatDoesNotCountIsToldWithTheHolidayThatTakesItAway() {
    WeeklyHours office =
        new WeeklyHours(
            ZoneId.of("UTC"),
            Map.of(
                DayOfWeek.THURSDAY, List.of(new DayFrame(540, 1020)),
                DayOfWeek.FRIDAY, List.of(new DayFrame(540, 720), new DayFrame(1320, 1560)),
                DayOfWeek.SATURDAY, List.of(new DayFrame(60, 180))),
            Map.of(LocalDate.of(2026, 4, 3), "Good Friday", LocalDate.of(2026, 4, 5), "Easter"));
    Instant noon = Instant.parse("2026-04-02T12:00:00Z");
    Instant sunday = Instant.parse("2026-04-05T18:00:00Z");
    assertThat(office.spans(noon, sunday, 8).orElseThrow())
        .extracting(Span::to, Span::counts, Span::holiday)
        .containsExactly(
            tuple(Instant.parse("2026-04-02T17:00:00Z"), true, null),
            tuple(Instant.parse("2026-04-03T09:00:00Z"), false, null),
            tuple(Instant.parse("2026-04-03T12:00:00Z"), false, "Good Friday"),
            tuple(Instant.parse("2026-04-03T22:00:00Z"), false, null),
            // the night belongs to Friday, but from one o'clock on Saturday works
            tuple(Instant.parse("2026-04-04T01:00:00Z"), false, "Good Friday"),
            tuple(Instant.parse("2026-04-04T03:00:00Z"), true, null),
            tuple(sunday, false, null));
    assertThat(office.spans(noon, sunday, 6)).as("more than wanted").isEmpty();
    assertThat(office.spans(noon, noon, 6).orElseThrow()).isEmpty();
  }

  @Test
  void aTargetUsedUpAtClosingTimeIsDueAtClosingTime() {
    WeeklyHours hours = daily(ZoneId.of("UTC"), WEEKS.get(0));
    Instant ten = Instant.parse("2026-03-02T10:00:00Z");
    assertThat(hours.due(ten, Duration.ofHours(2))).isEqualTo("2026-03-02T12:00:00Z");
    assertThat(hours.due(ten, Duration.ofHours(2).plusNanos(1)))
        .isEqualTo("2026-03-02T13:00:00.000000001Z");
    assertThat(hours.due(ten, Duration.ofHours(6))).isEqualTo("2026-03-02T17:00:00Z");
  }

  @Test
  void aHolidayTakesItsNightFrameAlongAndLeavesTheNightBefore() {
    LocalDate holiday = LocalDate.of(2026, 5, 1);
    WeeklyHours hours = daily(BERLIN, WEEKS.get(1), holiday);
    Instant eve = Instant.parse("2026-04-30T20:00:00Z"); // 22:00 in Berlin
    assertThat(hours.between(eve, Instant.parse("2026-05-02T18:00:00Z")))
        .isEqualTo(Duration.ofHours(8));
    assertThat(hours.due(eve, Duration.ofHours(9))).isEqualTo("2026-05-02T21:00:00Z");
  }

  @Test
  void framesInGapsMoveForwardAndCountOnce() {
    LocalDate spring = LocalDate.of(2026, 3, 29);
    Instant one = Instant.parse("2026-03-29T00:00:00Z"); // 01:00 in Berlin, 02:00 does not exist
    Instant noon = Instant.parse("2026-03-29T10:00:00Z");
    WeeklyHours gap = daily(BERLIN, List.of(new DayFrame(60, 150), new DayFrame(180, 240)));
    assertThat(spring.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
    // 01:00 to 02:30, which is 03:30, and 03:00 to 04:00: together 01:00 to 04:00, two hours
    assertThat(gap.between(one, noon)).isEqualTo(Duration.ofHours(2));
    // 02:30, which is 03:30, to 03:15 counts nothing
    WeeklyHours turned = daily(BERLIN, List.of(new DayFrame(150, 195)));
    assertThat(turned.between(one, noon)).isEqualTo(Duration.ZERO);
  }

  @Test
  void thatWhichNeverComesIsDueInAHundredYears() {
    WeeklyHours never = new WeeklyHours(BERLIN, Map.of(), Map.of());
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    assertThat(never.due(start, Duration.ofHours(1)))
        .isEqualTo(start.plus(Duration.ofDays(36_525)));
    assertThat(never.due(start, Duration.ZERO)).isEqualTo(start);
  }

  @Test
  void zonesAreRegionsAndNotOffsets() {
    assertThat(Zones.find("Europe/Berlin")).contains(BERLIN);
    assertThat(Zones.find("UTC")).isPresent();
    assertThat(Zones.find("+02:00")).isEmpty();
    assertThat(Zones.find("Mars/Olympus")).isEmpty();
    assertThat(Zones.find("../etc/passwd")).isEmpty();
  }
}
