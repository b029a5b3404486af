package dev.tocsin.web.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.sla.ClockState;
import dev.tocsin.sla.ClockView;
import dev.tocsin.sla.FrameView;
import dev.tocsin.sla.Metric;
import dev.tocsin.web.sla.ClockBar.Kind;
import dev.tocsin.web.sla.ClockPart.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClockBarTest {

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private static Instant at(int hour) {
    return START.plus(Duration.ofHours(hour));
  }

  private static FrameView frame(int from, int to, boolean counted) {
    return frame(from, to, counted, counted ? "running" : "waiting");
  }

  private static FrameView frame(int from, int to, boolean counted, String reason) {
    return new FrameView(at(from), at(to), counted, reason, null);
  }

  private static List<ClockPart> parts(@Nullable Instant due, FrameView... frames) {
    return ClockBar.of(
            new ClockView(
                null,
                null,
                Metric.RESOLUTION,
                ClockState.RUNNING,
                Duration.ofHours(8),
                START,
                null,
                due,
                Duration.ZERO,
                Duration.ZERO,
                null,
                null,
                null,
                List.of(),
                List.of(frames)))
        .getParts();
  }

  @Test
  void whatIsLeftUntilTheDueTimeIsFree() {
    assertThat(parts(at(10), frame(0, 2, true), frame(2, 5, false)))
        .extracting(ClockPart::width, ClockPart::kind, ClockPart::shares)
        .containsExactly(
            tuple(
                "20.000",
                Kind.COUNTED,
                List.of(new Share(Kind.COUNTED, "running", null, Duration.ofHours(2)))),
            tuple(
                "30.000",
                Kind.PAUSED,
                List.of(new Share(Kind.PAUSED, "waiting", null, Duration.ofHours(3)))));
  }

  @Test
  void theDueTimeDividesTheStretchItLiesIn() {
    assertThat(parts(at(8), frame(0, 10, true)))
        .extracting(ClockPart::width, ClockPart::kind, ClockPart::from, ClockPart::to)
        .containsExactly(
            tuple("80.000", Kind.COUNTED, START, at(8)), tuple("20.000", Kind.LATE, at(8), at(10)));
    assertThat(parts(at(2), frame(0, 2, true), frame(2, 3, false), frame(3, 4, true)))
        .extracting(ClockPart::kind)
        .containsExactly(Kind.COUNTED, Kind.PAUSED, Kind.LATE);
  }

  @Test
  void aClockThatJustBeganOrIsPausedWithoutDueTimeIsDrawnToo() {
    assertThat(parts(START, frame(0, 0, true))).isEmpty();
    assertThat(parts(null, frame(0, 3, true), frame(3, 4, false)))
        .extracting(ClockPart::width)
        .containsExactly("75.000", "25.000");
  }

  @Test
  void whatTheCalendarLeavesOutIsNoPause() {
    assertThat(
            parts(
                null,
                frame(0, 8, true),
                frame(8, 24, false, "outside_hours"),
                frame(24, 48, false, "holiday")))
        .extracting(ClockPart::kind)
        .containsExactly(Kind.COUNTED, Kind.CLOSED, Kind.CLOSED);
  }

  @Test
  void stretchesTooShortToBePointedAtAreDrawnTogetherWithEveryReason() {
    List<FrameView> year = new ArrayList<>();
    for (int day = 0; day < 365; day++) {
      year.add(frame(24 * day, 24 * day + 8, true));
      year.add(frame(24 * day + 8, 24 * day + 24, false, "outside_hours"));
    }
    List<ClockPart> parts = parts(null, year.toArray(FrameView[]::new));
    assertThat(parts).hasSizeBetween(20, 100);
    assertThat(parts).extracting(ClockPart::kind).containsOnly(Kind.MIXED);
    assertThat(parts.get(0).shares())
        .extracting(Share::reason)
        .contains("running", "outside_hours");
    assertThat(parts.stream().mapToDouble(part -> Double.parseDouble(part.width())).sum())
        .isCloseTo(100, within(0.1));
    assertThat(
            parts.stream()
                .flatMap(part -> part.shares().stream())
                .filter(Share::counts)
                .map(Share::length)
                .reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofHours(8 * 365));
    assertThat(Double.parseDouble(parts.get(0).counted())).isBetween(20.0, 50.0);
  }

  @Test
  void aHolidayIsToldByItsName() {
    FrameView holiday = new FrameView(START, at(24), false, "holiday", "Christmas");
    assertThat(parts(null, holiday).get(0).shares())
        .containsExactly(new Share(Kind.CLOSED, "holiday", "Christmas", Duration.ofDays(1)));
  }
}
