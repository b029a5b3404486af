package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.Warning;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Tells what to look after once an override or leave has been entered. */
@Dependent
public class AbsenceWarnings {

  @Inject private ScheduleRows rows;

  /** Warn of an override that has begun in the past, or names somebody who is on leave. */
  public List<Warning> of(Schedule schedule, ShiftOverride override, Instant now) {
    List<Warning> found = new ArrayList<>();
    Cover cover = override.cover();
    if (cover.start().isBefore(now)) {
      found.add(inThePast());
    }
    if (isOnLeave(schedule, cover)) {
      found.add(new Warning("on_leave", cover.person().name() + " is on leave in that time."));
    }
    return found;
  }

  /** Warn of leave that has begun in the past. */
  public List<Warning> of(Schedule schedule, Unavailability leave, Instant now) {
    boolean past = leave.leave().start(schedule.zone()).isBefore(now);
    return past ? List.of(inThePast()) : List.of();
  }

  private boolean isOnLeave(Schedule schedule, Cover cover) {
    ZoneId zone = schedule.zone();
    return rows
        .unavailabilities(
            schedule.id(), cover.start().atZone(ZoneOffset.UTC).toLocalDate().minusDays(2))
        .stream()
        .map(Unavailability::leave)
        .filter(leave -> leave.person().isSameAs(cover.person()))
        .anyMatch(
            leave ->
                leave.start(zone).isBefore(cover.end()) && leave.end(zone).isAfter(cover.start()));
  }

  private static Warning inThePast() {
    return new Warning("in_the_past", "It begins in the past; nobody is told of it.");
  }
}
