package dev.tocsin.sla.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.platform.worktime.DayFrame;
import dev.tocsin.platform.worktime.WeeklyHours;
import dev.tocsin.platform.worktime.WorkingTime;
import dev.tocsin.sla.FrameView;
import dev.tocsin.sla.internal.Stretch.Reason;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LedgerProperties {

  private static final Instant START = Instant.parse("2026-10-20T05:00:00Z");
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca");

  private static WorkingTime hours(Random random) {
    if (random.nextInt(5) == 0) {
      return WorkingTime.aroundTheClock();
    }
    Map<DayOfWeek, List<DayFrame>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      int from = random.nextInt(600);
      int later = 700 + random.nextInt(700);
      week.put(
          day,
          List.of(
              DayFrame.between(from, from + 1 + random.nextInt(90)),
              DayFrame.between(later, random.nextInt(from + 1))));
    }
    Map<LocalDate, String> holidays = new HashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      holidays.put(LocalDate.of(2026, 10, 19).plusDays(random.nextInt(20)), i % 2 == 0 ? "" : "x");
    }
    return new WeeklyHours(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))), week, holidays);
  }

  /** Lets anything happen to a clock that may, and returns what has become of it. */
  private static ClockRun life(WorkingTime time, Instant[] now, Random random) {
    ClockRun run =
        ClockRun.start(Promise.of(Duration.ofNanos(random.nextLong(1L << 50)), time), START);
    for (int i = random.nextInt(12); i > 0; i--) {
      now[0] = now[0].plusNanos(random.nextLong(1L << 48));
      run =
          switch (random.nextInt(5)) {
            case 0 -> run.paused(now[0], Reason.WAITING);
            case 1 -> run.resumed(now[0]);
            case 2 -> run.met(now[0]);
            case 3 -> run.reopened(now[0], random.nextBoolean());
            default -> run.judged(now[0]);
          };
    }
    now[0] = now[0].plusNanos(random.nextLong(1L << 48));
    return run;
  }

  @Property(tries = 500)
  void whatCountsAddsUpToWhatHasElapsedWithoutGaps(@ForAll long seed) {
    Random random = new Random(seed);
    WorkingTime time = hours(random);
    Instant[] now = {START};
    ClockRun run = life(time, now, random);
    Instant end = run.isOpen() ? now[0] : run.endedAt();

    List<FrameView> frames = Ledger.of(run, run.elapsed(now[0]), now[0]);
    Instant reached = START;
    Duration counted = Duration.ZERO;
    for (FrameView frame : frames) {
      assertThat(frame.from()).isEqualTo(reached);
      reached = frame.to();
      Duration length = Duration.between(frame.from(), frame.to());
      Duration working = time.between(frame.from(), frame.to());
      if (frame.counted()) {
        assertThat(frame.reason()).isIn("running", "resolved");
        assertThat(working).isEqualTo(length);
        counted = counted.plus(length);
      } else if (Set.of("outside_hours", "holiday").contains(frame.reason())) {
        assertThat(working).isZero();
      } else {
        assertThat(frame.reason()).isIn("waiting", "resolved");
      }
    }
    assertThat(reached).isEqualTo(end);
    assertThat(counted).isEqualTo(run.elapsed(now[0]));
    assertThat(run.remaining(now[0])).isEqualTo(run.target().minus(counted));
  }

  @Example
  void aClockOfManyYearsIsToldByItsStretches() {
    Map<DayOfWeek, List<DayFrame>> week =
        Set.of(DayOfWeek.values()).stream()
            .collect(Collectors.toMap(day -> day, day -> List.of(new DayFrame(540, 1020))));
    WorkingTime office = new WeeklyHours(ZoneId.of("Europe/Berlin"), week, Map.of());
    ClockRun run = ClockRun.start(Promise.of(Duration.ofDays(1), office), START);
    Instant inTwoYears = START.plus(Duration.ofDays(730));
    Instant inFiveYears = START.plus(Duration.ofDays(1826));
    assertThat(Ledger.of(run, run.elapsed(inTwoYears), inTwoYears)).hasSize(1461);
    assertThat(Ledger.of(run, run.elapsed(inFiveYears), inFiveYears))
        .containsExactly(new FrameView(START, inFiveYears, true, "running", null));
  }

  @Example
  void hoursThatSayOtherwiseThanTheClockCountedAreNotTold() {
    WorkingTime never = new WeeklyHours(ZoneId.of("UTC"), Map.of(), Map.of());
    ClockRun run = ClockRun.start(Promise.of(Duration.ofDays(1), never), START);
    Instant end = START.plusSeconds(60);
    assertThat(Ledger.of(run, Duration.ZERO, end))
        .containsExactly(new FrameView(START, end, false, "outside_hours", null));
    assertThat(Ledger.of(run, Duration.ofSeconds(60), end))
        .containsExactly(new FrameView(START, end, true, "running", null));
  }
}
