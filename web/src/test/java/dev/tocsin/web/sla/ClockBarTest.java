package dev.tocsin.web.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.sla.ClockState;
import dev.tocsin.sla.ClockView;
import dev.tocsin.sla.FrameView;
import dev.tocsin.sla.Metric;
import dev.tocsin.web.sla.ClockBar.Kind;
import dev.tocsin.web.sla.ClockBar.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClockBarTest {

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private static Instant at(int hour) {
    return START.plus(Duration.ofHours(hour));
  }

  private static FrameView frame(int from, int to, boolean counted) {
    return new FrameView(at(from), at(to), counted, counted ? "running" : "waiting", null);
  }

  private static List<Part> parts(@Nullable Instant due, FrameView... frames) {
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
        .extracting(Part::width, Part::kind, Part::reason)
        .containsExactly(
            tuple("20.000", Kind.COUNTED, "running"), tuple("30.000", Kind.PAUSED, "waiting"));
  }

  @Test
  void theDueTimeDividesTheStretchItLiesIn() {
    assertThat(parts(at(8), frame(0, 10, true)))
        .extracting(Part::width, Part::kind, Part::length)
        .containsExactly(
            tuple("80.000", Kind.COUNTED, Duration.ofHours(8)),
            tuple("20.000", Kind.LATE, Duration.ofHours(2)));
    assertThat(parts(at(2), frame(0, 2, true), frame(2, 3, false), frame(3, 4, true)))
        .extracting(Part::kind)
        .containsExactly(Kind.COUNTED, Kind.PAUSED, Kind.LATE);
  }

  @Test
  void aClockThatJustBeganOrIsPausedWithoutDueTimeIsDrawnToo() {
    assertThat(parts(START, frame(0, 0, true))).isEmpty();
    assertThat(parts(null, frame(0, 3, true), frame(3, 4, false)))
        .extracting(Part::width)
        .containsExactly("75.000", "25.000");
  }

  @Test
  void closedHoursAreDrawnUntilTheyAreSlivers() {
    FrameView[] days = new FrameView[61];
    for (int i = 0; i < days.length; i++) {
      days[i] =
          i % 2 == 0
              ? frame(12 * i, 12 * i + 12, true)
              : new FrameView(at(12 * i), at(12 * i + 12), false, "outside_hours", null);
    }
    assertThat(parts(null, Arrays.copyOf(days, 60)))
        .hasSize(60)
        .extracting(Part::reason)
        .startsWith("running", "outside_hours");
    assertThat(parts(null, days))
        .extracting(Part::width, Part::kind)
        .containsExactly(tuple("100.000", Kind.COUNTED));
    days[30] = frame(360, 372, false);
    assertThat(parts(null, days))
        .extracting(Part::kind)
        .containsExactly(Kind.COUNTED, Kind.PAUSED, Kind.COUNTED);
  }
}
