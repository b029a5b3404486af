package dev.tocsin.schedules;

import dev.tocsin.accounts.Warning;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.time.Times;
import dev.tocsin.schedules.internal.AbsenceWarnings;
import dev.tocsin.schedules.internal.Schedule;
import dev.tocsin.schedules.internal.ScheduleEditor;
import dev.tocsin.schedules.internal.ScheduleRows;
import dev.tocsin.schedules.internal.ScheduleViews;
import dev.tocsin.schedules.internal.ShiftOverride;
import dev.tocsin.schedules.internal.Unavailability;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps who stands in for whom (overrides) and who is away (unavailabilities).
 *
 * <p>Admins and agents change them. What lies in the past is accepted, audited and answered with a
 * warning, and nobody is told of it.
 */
@Stateless
public class Absences {

  @Inject private ScheduleRows rows;
  @Inject private ScheduleEditor editor;
  @Inject private ScheduleViews views;
  @Inject private AbsenceWarnings warnings;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * Puts somebody on call instead of whoever the layers name; of overlapping ones the last wins.
   */
  public OverrideView addOverride(Actor actor, UUID scheduleId, CreateOverride command) {
    actor.require(Role.ADMIN, Role.AGENT);
    Schedule schedule = rows.require(scheduleId);
    Instant now = Times.now(clock);
    ShiftOverride override = editor.addOverride(schedule, Input.check(command), now);
    List<Warning> found = warnings.of(schedule, override, now);
    record(actor, "schedule.override_added", scheduleId, override.view(found));
    return override.view(found);
  }

  /** Takes an override back. */
  public void removeOverride(Actor actor, UUID scheduleId, UUID overrideId) {
    actor.require(Role.ADMIN, Role.AGENT);
    ShiftOverride override = rows.requireOverride(scheduleId, overrideId);
    editor.remove(scheduleId, override, Times.now(clock));
    record(actor, "schedule.override_removed", scheduleId, override.view(List.of()));
  }

  /** Returns the overrides that have not ended, in the order of their creation. */
  public List<OverrideView> overrides(Actor actor, UUID scheduleId) {
    actor.requireStaff();
    return views.overrides(rows.require(scheduleId));
  }

  /** Takes somebody out of the rotations for some days. */
  public UnavailabilityView addUnavailability(
      Actor actor, UUID scheduleId, CreateUnavailability command) {
    actor.require(Role.ADMIN, Role.AGENT);
    Schedule schedule = rows.require(scheduleId);
    Instant now = Times.now(clock);
    Unavailability leave = editor.addLeave(schedule, Input.check(command), now);
    List<Warning> found = warnings.of(schedule, leave, now);
    record(actor, "schedule.unavailability_added", scheduleId, leave.view(found));
    return leave.view(found);
  }

  /** Takes leave back. */
  public void removeUnavailability(Actor actor, UUID scheduleId, UUID unavailabilityId) {
    actor.require(Role.ADMIN, Role.AGENT);
    Unavailability leave = rows.requireUnavailability(scheduleId, unavailabilityId);
    editor.remove(scheduleId, leave, Times.now(clock));
    record(actor, "schedule.unavailability_removed", scheduleId, leave.view(List.of()));
  }

  /** Returns the leave that has not ended, by first day. */
  public List<UnavailabilityView> unavailabilities(Actor actor, UUID scheduleId) {
    actor.requireStaff();
    return views.unavailabilities(rows.require(scheduleId));
  }

  private void record(Actor actor, String action, UUID scheduleId, Object what) {
    audit.record(actor, action, "schedule", scheduleId.toString(), Map.of("entry", what));
  }
}
