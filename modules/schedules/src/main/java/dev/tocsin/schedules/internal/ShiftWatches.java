package dev.tocsin.schedules.internal;

import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.work.Nudge;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Makes all that changes a schedule, and the notices of its shifts, come one after the other. */
@Dependent
public class ShiftWatches {

  @Inject private ScheduleRows rows;
  @Inject private ShiftNoticeRows notices;
  @Inject private ShiftAnnouncer announcer;
  @Inject private Event<Nudge> nudge;

  /**
   * Opens a schedule for a change, until the end of the transaction.
   *
   * <p>What fell due before is told by the schedule as it has been, so a change can neither swallow
   * a handoff nor invent one in the past; what is to come is looked at anew after the commit.
   *
   * @throws NotFound when there is no such schedule
   */
  public Schedule open(UUID scheduleId, Instant now) {
    ShiftWatch watch = notices.lock(scheduleId).orElseThrow(() -> new NotFound("schedule"));
    Schedule schedule = rows.require(scheduleId);
    announcer.tellPassed(schedule, watch, now);
    watch.lookAt(now);
    notices.flush(); // so that opening it again in the same transaction finds all this done
    nudge.fire(new Nudge(ShiftNotices.NAME));
    return schedule;
  }
}
