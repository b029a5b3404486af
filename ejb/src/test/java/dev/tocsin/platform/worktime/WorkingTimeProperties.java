package dev.tocsin.platform.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class WorkingTimeProperties {

  private static final long TWO_MONTHS = 60L * 86_400 * 1_000_000_000;
  private static final long DAY = 86_400L * 1_000_000_000;
  private static final Instant START = Instant.parse("2026-02-20T00:00:00Z");

  /** Calendars around the changes of spring 2026: any frames, also over midnight, any days off. */
  @Provide
  Arbitrary<WorkingTime> calendars() {
    Arbitrary<ZoneId> zones =
        Arbitraries.of(
                "Europe/Berlin",
                "America/New_York",
                "America/Havana",
                "Atlantic/Azores",
                "Australia/Lord_Howe",
                "Africa/Casablanca",
                "UTC")
            .map(ZoneId::of);
    Arbitrary<List<List<DayFrame>>> weeks = frames().list().ofSize(7);
    Arbitrary<Set<Integer>> holidays = Arbitraries.integers().between(0, 60).set().ofMaxSize(8);
    return Combinators.combine(zones, weeks, holidays).as(WorkingTimeProperties::hours);
  }

  private static Arbitrary<List<DayFrame>> frames() {
    return Arbitraries.integers()
        .between(0, DayFrame.DAY)
        .set()
        .ofMinSize(2)
        .ofMaxSize(6)
        .map(
            cuts -> {
              List<Integer> sorted = cuts.stream().sorted().toList();
              List<DayFrame> frames = new ArrayList<>();
              for (int i = 0; i + 1 < sorted.size(); i += 2) {
                frames.add(new DayFrame(sorted.get(i), sorted.get(i + 1)));
              }
              if (sorted.size() % 2 != 0 && sorted.get(sorted.size() - 1) < DayFrame.DAY) {
                frames.add(DayFrame.between(sorted.get(sorted.size() - 1), sorted.get(0)));
              }
              return frames;
            });
  }

  private static WeeklyHours hours(ZoneId zone, List<List<DayFrame>> frames, Set<Integer> daysOff) {
    Map<DayOfWeek, List<DayFrame>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, frames.get(day.getValue() - 1));
    }
    Map<LocalDate, String> holidays = new HashMap<>();
    daysOff.forEach(day -> holidays.put(LocalDate.of(2026, 2, 20).plusDays(day), "Day " + day));
    return new WeeklyHours(zone, week, holidays);
  }

  @Property(tries = 300)
  void workingTimeIsAdditiveOverAnySplit(
      @ForAll("calendars") WorkingTime time,
      @ForAll @LongRange(min = 0, max = TWO_MONTHS) long first,
      @ForAll @LongRange(min = 0, max = TWO_MONTHS) long second) {
    Instant middle = START.plusNanos(first);
    Instant end = middle.plusNanos(second);
    assertThat(time.between(START, middle).plus(time.between(middle, end)))
        .isEqualTo(time.between(START, end));
    assertThat(time.between(end, START)).isEqualTo(Duration.ZERO);
  }

  @Property(tries = 300)
  void elapsedInvertsDueAndNothingEarlierWouldDo(
      @ForAll("calendars") WorkingTime time,
      @ForAll @LongRange(min = 0, max = TWO_MONTHS) long start,
      @ForAll @LongRange(min = 1, max = DAY) long work) {
    Instant from = START.plusNanos(start);
    Instant due = time.due(from, Duration.ofNanos(work));
    assertThat(time.between(from, due)).isEqualTo(Duration.ofNanos(work));
    assertThat(time.between(from, due.minusNanos(1))).isEqualTo(Duration.ofNanos(work - 1));
  }

  @Property(tries = 300)
  void aPauseShiftsTheDeadlineByExactlyTheWorkingTimePaused(
      @ForAll("calendars") WorkingTime time,
      @ForAll @LongRange(min = 1, max = DAY) long work,
      @ForAll @LongRange(min = 0, max = DAY) long worked,
      @ForAll @LongRange(min = 0, max = TWO_MONTHS) long pause) {
    Duration target = Duration.ofNanos(Math.max(work, worked + 1));
    Instant paused = time.due(START, Duration.ofNanos(worked));
    Instant resumed = paused.plusNanos(pause);
    Instant due = time.due(resumed, target.minusNanos(worked));
    assertThat(time.between(time.due(START, target), due)).isEqualTo(time.between(paused, resumed));
  }

  @Property(tries = 300)
  void whatIsToldCountsWhatCounts(
      @ForAll("calendars") WorkingTime time,
      @ForAll @LongRange(min = 0, max = TWO_MONTHS) long start,
      @ForAll @LongRange(min = 0, max = TWO_MONTHS) long length) {
    Instant from = START.plusNanos(start);
    Instant to = from.plusNanos(length);
    List<Span> spans = time.spans(from, to, 10_000).orElseThrow();
    Instant reached = from;
    Duration counted = Duration.ZERO;
    for (Span span : spans) {
      assertThat(span.from()).isEqualTo(reached);
      assertThat(time.between(span.from(), span.to()))
          .isEqualTo(span.counts() ? span.length() : Duration.ZERO);
      counted = span.counts() ? counted.plus(span.length()) : counted;
      reached = span.to();
    }
    assertThat(reached).isEqualTo(to);
    assertThat(counted).isEqualTo(time.between(from, to));
  }
}
