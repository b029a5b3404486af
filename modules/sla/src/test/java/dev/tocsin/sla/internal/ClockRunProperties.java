package dev.tocsin.sla.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.platform.worktime.WorkingTime;
import dev.tocsin.sla.ClockState;
import dev.tocsin.sla.internal.Stretch.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
      @ForAll @LongRange(min = 1, max = YEAR / 20) long target,
      @ForAll @LongRange(min = 0, max = YEAR) long start,
      @ForAll boolean office) {
    WorkingTime time = office ? TicketClocksProperties.OFFICE : TIME;
    Instant begin = TicketClocksProperties.START.plusNanos(start);
    ClockRun clock = ClockRun.start(Promise.of(Duration.ofNanos(target), time), begin);
    Instant due = Objects.requireNonNull(clock.dueAt(), "it runs");
    assertThat(clock.elapsed(due)).isEqualTo(Duration.ofNanos(target));
    assertThat(clock.remaining(due)).isZero();
    assertThat(clock.elapsed(due.minusNanos(1))).isEqualTo(Duration.ofNanos(target - 1));
    assertThat(clock.judged(due)).isSameAs(clock);
    assertThat(clock.judged(due.plusNanos(1)).breachedAt()).isEqualTo(due);
  }

  @Property
  void elapsedIsAdditiveOverAnySplit(
      @ForAll @LongRange(min = 0, max = YEAR) long first,
      @ForAll @LongRange(min = 0, max = YEAR) long second) {
    Instant begin = TicketClocksProperties.START;
    Promise promise = Promise.of(Duration.ofDays(1), TicketClocksProperties.OFFICE);
    Instant middle = begin.plusNanos(first);
    Instant end = middle.plusNanos(second);
    assertThat(
            ClockRun.start(promise, begin)
                .elapsed(middle)
                .plus(ClockRun.start(promise, middle).elapsed(end)))
        .isEqualTo(ClockRun.start(promise, begin).elapsed(end));
  }

  @Property(tries = 300)
  void pausesMoveTheDeadlineByExactlyTheWorkingTimePaused(
      @ForAll @Size(max = 12) List<@LongRange(min = 0, max = 1L << 46) Long> lengths,
      @ForAll @LongRange(min = 1, max = 1L << 49) long target,
      @ForAll boolean office) {
    WorkingTime time = office ? TicketClocksProperties.OFFICE : TIME;
    Instant start = TicketClocksProperties.START;
    ClockRun unpaused = ClockRun.start(Promise.of(Duration.ofNanos(target), time), start);
    ClockRun clock = unpaused;
    Instant now = start;
    Duration paused = Duration.ZERO;
    boolean running = true;
    for (long length : lengths) {
      Instant before = now;
      now = now.plusNanos(length);
      if (running) {
        clock = clock.paused(now, Reason.WAITING);
      } else {
        clock = clock.resumed(now);
        paused = paused.plus(time.between(before, now));
      }
      running = !running;
      assertGapless(clock, now);
    }
    clock = clock.resumed(now);
    Duration worked = time.between(start, now).minus(paused);
    assertThat(clock.elapsed(now)).isEqualTo(worked);
    if (clock.state() == ClockState.RUNNING) {
      Instant due = Objects.requireNonNull(clock.dueAt(), "it runs");
      Instant original = Objects.requireNonNull(unpaused.dueAt(), "it ran");
      assertThat(time.between(original, due)).isEqualTo(paused);
      assertThat(time.between(now, due)).isEqualTo(clock.remaining(now));
    } else {
      assertThat(worked).isGreaterThanOrEqualTo(clock.target());
    }
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
