package dev.tocsin.schedules.internal;

import dev.tocsin.persistence.Ids;
import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.ScheduleEvent;
import dev.tocsin.schedules.ShiftChangeAnnounced;
import dev.tocsin.schedules.ShiftNoticeKind;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells who is on call instead of whom, by the final schedule as it is now.
 *
 * <p>The caller holds the lock of the schedule's watch, so nothing is told twice and no change
 * crosses a notice.
 */
@Dependent
public class ShiftAnnouncer {
  /** So often every schedule is looked at, also when no handoff is near. */
  private static final Duration LOOK_AHEAD = Duration.ofHours(1);

  private static final Duration KEPT = Duration.ofDays(90);

  @Inject private ShiftNoticeRows notices;
  @Inject private FinalSchedule onCall;
  @Inject private Event<ScheduleEvent> events;

  /** Tells the handoffs that have happened since the last time. */
  void tellPassed(Schedule schedule, ShiftWatch watch, Instant now) {
    for (Handoff handoff : handoffs(schedule, watch.toldUntil(now), now)) {
      tell(schedule, ShiftNoticeKind.HANDOFF, handoff, now);
    }
    watch.haveTold(now);
  }

  /** Tells all that is due, and notes when to look again. */
  void look(Schedule schedule, ShiftWatch watch, Duration lead, Instant now) {
    tellPassed(schedule, watch, now);
    watch.lookAt(tellAhead(schedule, lead, now));
    notices.forgetBefore(schedule.id(), now.minus(KEPT));
  }

  /** Tells the handoffs to come, puts right what was told of others, returns when to look again. */
  private Instant tellAhead(Schedule schedule, Duration lead, Instant now) {
    Instant near = now.plus(lead);
    Map<Instant, ShiftNotice> told = new TreeMap<>();
    notices.ahead(schedule.id(), now).forEach(notice -> told.put(notice.handoffAt(), notice));
    Instant far = told.keySet().stream().reduce(near, (a, b) -> b.isAfter(a) ? b : a);
    Instant next = now.plus(LOOK_AHEAD);
    for (Handoff handoff : handoffs(schedule, now, far.plus(LOOK_AHEAD))) {
      ShiftNotice notice = told.remove(handoff.at());
      if (notice != null) {
        revise(schedule, notice, handoff, now);
      } else if (!handoff.at().isAfter(near)) {
        tell(schedule, ShiftNoticeKind.AHEAD, handoff, now);
      } else {
        next = earlier(next, handoff.at().minus(lead));
      }
      next = earlier(next, handoff.at());
    }
    for (ShiftNotice notice : told.values()) {
      List<Person> staying = onCall.at(schedule, notice.handoffAt());
      revise(schedule, notice, Handoff.none(notice.handoffAt(), staying), now);
    }
    return next;
  }

  private void tell(Schedule schedule, ShiftNoticeKind kind, Handoff handoff, Instant now) {
    ShiftNotice notice = new ShiftNotice(Ids.next(), schedule.id(), kind, handoff.at());
    notices.add(notice);
    announce(schedule, notice, handoff, now);
  }

  private void revise(Schedule schedule, ShiftNotice notice, Handoff handoff, Instant now) {
    if (!notice.says(handoff)) {
      announce(schedule, notice, handoff, now);
    }
  }

  private void announce(Schedule schedule, ShiftNotice notice, Handoff handoff, Instant now) {
    List<Person> before = notice.people();
    notice.revise(handoff, now);
    notices.flush();
    List<Person> concerned = new ArrayList<>(notice.people());
    concerned.addAll(Handoff.without(before, concerned));
    events.fire(
        new ShiftChangeAnnounced(
            schedule.id(),
            schedule.name(),
            schedule.timeZone(),
            schedule.notificationChannelId(),
            notice.kind(),
            notice.revision(),
            handoff.at(),
            handoff.outgoing(),
            handoff.incoming(),
            handoff.onCall(),
            List.copyOf(concerned),
            now));
  }

  /** Returns the handoffs after {@code from}, up to and with {@code to}. */
  private List<Handoff> handoffs(Schedule schedule, Instant from, Instant to) {
    return from.isBefore(to)
        ? Handoff.in(onCall.between(schedule, from, to.plusNanos(1)))
        : List.of();
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
