package dev.tocsin.sla.internal;

import static dev.tocsin.sla.ClockState.BREACHED;
import static dev.tocsin.sla.ClockState.CANCELLED;
import static dev.tocsin.sla.ClockState.MET;
import static dev.tocsin.sla.ClockState.NOT_APPLICABLE;
import static dev.tocsin.sla.ClockState.PAUSED;
import static dev.tocsin.sla.ClockState.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.platform.worktime.WorkingTime;
import dev.tocsin.sla.internal.Stretch.Reason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClockRunTest {

  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final ClockRun P0_RESPONSE = clock(Duration.ofMinutes(15));
  private static final ClockRun P0_RESOLUTION = clock(Duration.ofHours(4));
  private static final ClockRun P1_RESOLUTION = clock(Duration.ofHours(24));

  private static ClockRun clock(Duration target) {
    return ClockRun.start(promise(target), START);
  }

  private static Promise promise(Duration target) {
    return Promise.of(target, WorkingTime.aroundTheClock());
  }

  private static Instant at(Duration since) {
    return START.plus(since);
  }

  @Test
  @Tag("support-19")
  void aClockIsBreachedOneNanosecondAfterItsDueTime() {
    assertThat(P0_RESPONSE.judged(at(Duration.ofMinutes(10))).state()).isEqualTo(RUNNING);
    assertThat(P0_RESPONSE.judged(at(Duration.ofMinutes(15))).state()).isEqualTo(RUNNING);
    ClockRun late = P0_RESPONSE.judged(at(Duration.ofMinutes(15).plusNanos(1)));
    assertThat(late.state()).isEqualTo(BREACHED);
    assertThat(late.breachedAt()).isEqualTo(at(Duration.ofMinutes(15)));
    assertThat(late.remaining(at(Duration.ofMinutes(15).plusNanos(1))))
        .isEqualTo(Duration.ofNanos(-1));
  }

  @Test
  @Tag("support-20")
  void fourHoursAndASecondBreachBothClocksOfACriticalTicket() {
    Instant now = at(Duration.ofHours(4).plusSeconds(1));
    assertThat(P0_RESPONSE.judged(now).state()).isEqualTo(BREACHED);
    assertThat(P0_RESOLUTION.judged(now).breachedAt()).isEqualTo(at(Duration.ofHours(4)));
  }

  @Test
  @Tag("support-21")
  void anAnsweredTicketBreachesItsResolutionOnly() {
    ClockRun response = clock(Duration.ofHours(4)).met(at(Duration.ofHours(1)));
    ClockRun resolution = clock(Duration.ofDays(3));
    assertThat(response.judged(at(Duration.ofHours(80))).state()).isEqualTo(MET);
    assertThat(resolution.judged(at(Duration.ofDays(3))).state()).isEqualTo(RUNNING);
    assertThat(resolution.judged(at(Duration.ofHours(80))).state()).isEqualTo(BREACHED);
  }

  @Test
  @Tag("support-22")
  void resolvedInTimeIsNeverLateAndTheDueTimeItselfIsInTime() {
    ClockRun resolved = P1_RESOLUTION.met(at(Duration.ofMinutes(30)));
    assertThat(resolved.judged(at(Duration.ofDays(2))).state()).isEqualTo(MET);
    ClockRun p3 = clock(Duration.ofDays(7));
    assertThat(p3.judged(at(Duration.ofDays(7))).state()).isEqualTo(RUNNING);
    assertThat(p3.judged(at(Duration.ofDays(7).plusNanos(1))).state()).isEqualTo(BREACHED);
    assertThat(p3.met(at(Duration.ofDays(7))).state()).isEqualTo(MET);
  }

  @Test
  @Tag("support-23")
  void reopeningResumesWithTheOriginalDueTime() {
    ClockRun reopened =
        P1_RESOLUTION.met(at(Duration.ofHours(2))).reopened(at(Duration.ofHours(25)), false);
    assertThat(reopened.state()).isEqualTo(BREACHED);
    assertThat(reopened.breachedAt()).isEqualTo(at(Duration.ofHours(24)));
    assertThat(reopened.stretches())
        .containsExactly(
            new Stretch(START, at(Duration.ofHours(2)), true, Reason.RUNNING),
            new Stretch(at(Duration.ofHours(2)), at(Duration.ofHours(25)), true, Reason.RESOLVED),
            new Stretch(at(Duration.ofHours(25)), null, true, Reason.RUNNING));
  }

  @Test
  void reopeningMayLeaveTheResolvedTimeOut() {
    ClockRun reopened =
        P1_RESOLUTION.met(at(Duration.ofHours(2))).reopened(at(Duration.ofHours(25)), true);
    assertThat(reopened.state()).isEqualTo(RUNNING);
    assertThat(reopened.dueAt()).isEqualTo(at(Duration.ofHours(47)));
    assertThat(reopened.elapsed(at(Duration.ofHours(26)))).isEqualTo(Duration.ofHours(3));
  }

  @Test
  @Tag("support-23")
  void aPauseMovesTheDeadlineByItsLength() {
    ClockRun paused = P1_RESOLUTION.paused(at(Duration.ofHours(1)), Reason.WAITING);
    assertThat(paused.state()).isEqualTo(PAUSED);
    assertThat(paused.dueAt()).isNull();
    assertThat(paused.judged(at(Duration.ofHours(1000))).state()).isEqualTo(PAUSED);
    ClockRun resumed = paused.resumed(at(Duration.ofHours(11)));
    assertThat(resumed.dueAt()).isEqualTo(at(Duration.ofHours(34)));
    assertThat(resumed.elapsed(at(Duration.ofHours(12)))).isEqualTo(Duration.ofHours(2));
  }

  @Test
  @Tag("support-25")
  void resolvedLateIsBreachedAlthoughNobodyLookedInTime() {
    ClockRun late = P1_RESOLUTION.met(at(Duration.ofHours(30)));
    assertThat(late.state()).isEqualTo(BREACHED);
    assertThat(late.metLate()).isTrue();
    assertThat(late.breachedAt()).isEqualTo(at(Duration.ofHours(24)));
    assertThat(late.endedAt()).isEqualTo(at(Duration.ofHours(30)));
  }

  @Test
  void anUnansweredTicketResolvedEndsItsResponseAsNotApplicableUnlessLate() {
    assertThat(P0_RESPONSE.notApplicable(at(Duration.ofMinutes(15))).state())
        .isEqualTo(NOT_APPLICABLE);
    ClockRun late = P0_RESPONSE.notApplicable(at(Duration.ofMinutes(16)));
    assertThat(late.state()).isEqualTo(BREACHED);
    assertThat(late.metLate()).isFalse();
    assertThat(late.endedAt()).isEqualTo(at(Duration.ofMinutes(16)));
  }

  @Test
  void aTighterTargetMayBreachAtOnceAndALooserOneUndoIt() {
    Instant now = at(Duration.ofHours(2));
    ClockRun tightened = P1_RESOLUTION.promised(promise(Duration.ofHours(1)), now);
    assertThat(tightened.state()).isEqualTo(BREACHED);
    assertThat(tightened.breachedAt()).isEqualTo(at(Duration.ofHours(1)));
    ClockRun loosened = tightened.promised(promise(Duration.ofHours(3)), now);
    assertThat(loosened.state()).isEqualTo(RUNNING);
    assertThat(loosened.breachedAt()).isNull();
    assertThat(loosened.dueAt()).isEqualTo(at(Duration.ofHours(3)));
  }

  @Test
  void aTighterTargetThatWasUsedUpBeforeThePauseBreachesAPausedClock() {
    ClockRun paused = P1_RESOLUTION.paused(at(Duration.ofHours(5)), Reason.WAITING);
    ClockRun tightened = paused.promised(promise(Duration.ofHours(4)), at(Duration.ofHours(9)));
    assertThat(tightened.state()).isEqualTo(BREACHED);
    assertThat(tightened.breachedAt()).isEqualTo(at(Duration.ofHours(4)));
    ClockRun loosened = tightened.promised(promise(Duration.ofHours(6)), at(Duration.ofHours(9)));
    assertThat(loosened.state()).isEqualTo(PAUSED);
    assertThat(loosened.dueAt()).isNull();
    assertThat(loosened.resumed(at(Duration.ofHours(10))).dueAt())
        .isEqualTo(at(Duration.ofHours(11)));
  }

  @Test
  void aTargetUsedUpExactlyWhenPausedIsDueWhenResumed() {
    ClockRun paused = P0_RESPONSE.paused(at(Duration.ofMinutes(15)), Reason.WAITING);
    assertThat(paused.state()).isEqualTo(PAUSED);
    ClockRun resumed = paused.resumed(at(Duration.ofMinutes(60)));
    assertThat(resumed.state()).isEqualTo(RUNNING);
    assertThat(resumed.dueAt()).isEqualTo(at(Duration.ofMinutes(60)));
  }

  @Test
  void aBreachedClockRunsOnThroughPausesUntilMetLate() {
    ClockRun late = P0_RESPONSE.paused(at(Duration.ofMinutes(20)), Reason.WAITING);
    assertThat(late.state()).isEqualTo(BREACHED);
    assertThat(late.dueAt()).isEqualTo(at(Duration.ofMinutes(15)));
    ClockRun met = late.resumed(at(Duration.ofMinutes(30))).met(at(Duration.ofMinutes(31)));
    assertThat(met.metLate()).isTrue();
    assertThat(met.elapsed(at(Duration.ofHours(9)))).isEqualTo(Duration.ofMinutes(21));
  }

  @Test
  void endedClocksAreNeverTouched() {
    ClockRun met = P0_RESPONSE.met(at(Duration.ofMinutes(1)));
    Instant later = at(Duration.ofHours(1));
    assertThat(met.judged(later)).isSameAs(met);
    assertThat(met.paused(later, Reason.WAITING)).isSameAs(met);
    assertThat(met.resumed(later)).isSameAs(met);
    assertThat(met.met(later)).isSameAs(met);
    assertThat(met.notApplicable(later)).isSameAs(met);
    assertThat(met.cancelled(later)).isSameAs(met);
    assertThat(met.promised(promise(Duration.ofSeconds(1)), later)).isSameAs(met);
    ClockRun cancelled = P0_RESPONSE.cancelled(later);
    assertThat(cancelled.state()).isEqualTo(CANCELLED);
    assertThat(cancelled.reopened(later, false)).isSameAs(cancelled);
  }
}
