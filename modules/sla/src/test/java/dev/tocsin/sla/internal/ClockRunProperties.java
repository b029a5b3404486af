package dev.tocsin.sla.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.platform.worktime.WorkingTime;
import dev.tocsin.sla.internal.Stretch.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class ClockRunProperties {

  private static final WorkingTime TIME = WorkingTime.aroundTheClock();
  private static final long YEAR = 365L * 86_400 * 1_000_000_000;

  private static Promise promise(Duration target) {
    return Promise.of(target, TIME);
  }

  @Property
  void elapsedIsTheInverseOfDue(
      @ForAll @LongRange(min = 1, max = YEAR) long target,
      @ForAll @LongRange(min = 0, max = YEAR) long start) {
    Instant begin = Instant.EPOCH.plusNanos(start);
    Instant due = TIME.due(begin, Duration.ofNanos(target));
    assertThat(TIME.between(begin, due)).isEqualTo(Duration.ofNanos(target));
    ClockRun clock = ClockRun.start(promise(Duration.ofNanos(target)), begin);
    assertThat(clock.dueAt()).isEqualTo(due);
    assertThat(clock.remaining(due)).isEqualTo(Duration.ZERO);
  }

  @Property
  void workingTimeIsAdditiveOverAnySplit(
      @ForAll @LongRange(min = 0, max = YEAR) long first,
      @ForAll @LongRange(min = 0, max = YEAR) long second) {
    Instant begin = Instant.EPOCH;
    Instant middle = begin.plusNanos(first);
    Instant end = middle.plusNanos(second);
    assertThat(TIME.between(begin, middle).plus(TIME.between(middle, end)))
        .isEqualTo(TIME.between(begin, end));
  }

  @Property
  void pausesMoveTheDeadlineByExactlyTheTimePaused(
      @ForAll @Size(max = 12) List<@LongRange(min = 0, max = 1_000_000_000_000L) Long> lengths) {
    Duration target = Duration.ofNanos(YEAR);
    Instant now = Instant.EPOCH;
    ClockRun clock = ClockRun.start(promise(target), now);
    Duration paused = Duration.ZERO;
    boolean running = true;
    for (long length : lengths) {
      now = now.plusNanos(length);
      if (running) {
        clock = clock.paused(now, Reason.WAITING);
      } else {
        clock = clock.resumed(now);
        paused = paused.plusNanos(length);
      }
      running = !running;
      assertGapless(clock, now);
    }
    Instant resumed = now;
    ClockRun last = running ? clock : clock.resumed(resumed);
    assertThat(last.dueAt()).isEqualTo(Instant.EPOCH.plus(target).plus(paused));
    assertThat(last.elapsed(now)).isEqualTo(Duration.between(Instant.EPOCH, now).minus(paused));
  }

  private static void assertGapless(ClockRun clock, Instant now) {
    Instant end = clock.startedAt();
    for (Stretch stretch : clock.stretches()) {
      assertThat(stretch.from()).isEqualTo(end);
      end = stretch.to() == null ? now : stretch.to();
    }
    assertThat(end).isEqualTo(now);
  }

  @Property
  void aTargetSetAndSetBackLeavesTheClockAsItWas(
      @ForAll @LongRange(min = 1, max = YEAR) long other,
      @ForAll @LongRange(min = 0, max = YEAR) long when,
      @ForAll boolean paused) {
    Instant now = Instant.EPOCH.plusNanos(when);
    ClockRun started = ClockRun.start(promise(Duration.ofNanos(YEAR / 2)), Instant.EPOCH);
    ClockRun clock = (paused ? started.paused(now, Reason.WAITING) : started).judged(now);
    assertThat(clock.promised(promise(Duration.ofNanos(other)), now).promised(clock.promise(), now))
        .isEqualTo(clock);
  }
}
