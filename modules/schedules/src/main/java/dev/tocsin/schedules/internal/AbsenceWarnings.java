package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.Warning;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Tells what to look after once an override or leave has been entered. */
@Dependent
public class AbsenceWarnings {

  @Inject private ScheduleRows rows;

  /** Warn of one begun in the past, of one for somebody on leave, and of one over another. */
  public List<Warning> of(Schedule schedule, ShiftOverride override, Instant now) {
    List<Warning> found = new ArrayList<>();
    Cover cover = override.cover();
    if (cover.start().isBefore(now)) {
      found.add(inThePast());
    }
    if (isOnLeave(schedule, cover)) {
      found.add(new Warning("on_leave", cover.person().name() + " is on leave in that time."));
    }
    if (overlapsAnother(schedule, override)) {
      found.add(
          new Warning(
              "overlapping_overrides", "It overlaps an override made before; this one wins."));
    }
    return found;
  }

  /** Warn of leave that has begun in the past. */
  public List<Warning> of(Schedule schedule, Unavailability leave, Instant now) {
    boolean past = leave.leave().start(schedule.zone()).isBefore(now);
    return past ? List.of(inThePast()) : List.of();
  }

  private boolean isOnLeave(Schedule schedule, Cover cover) {
    LocalDate day = LocalDate.ofInstant(cover.start(), ZoneOffset.UTC).minusDays(2);
    return rows.unavailabilities(schedule.id(), day).stream()
        .anyMatch(leave -> leave.leave().meets(cover, schedule.zone()));
  }

  private boolean overlapsAnother(Schedule schedule, ShiftOverride override) {
    return rows.overrides(schedule.id(), override.cover().start()).stream()
        .filter(other -> !other.id().equals(override.id()))
        .anyMatch(other -> other.cover().start().isBefore(override.cover().end()));
  }

  private static Warning inThePast() {
    return new Warning("in_the_past", "It begins in the past; nobody is told of it.");
  }
}
