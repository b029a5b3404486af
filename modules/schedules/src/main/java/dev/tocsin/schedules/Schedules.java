package dev.tocsin.schedules;

import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.platform.time.Times;
import dev.tocsin.schedules.internal.HolidayCountries;
import dev.tocsin.schedules.internal.Layer;
import dev.tocsin.schedules.internal.Schedule;
import dev.tocsin.schedules.internal.ScheduleEditor;
import dev.tocsin.schedules.internal.ScheduleRows;
import dev.tocsin.schedules.internal.ScheduleRules;
import dev.tocsin.schedules.internal.ScheduleViews;
import dev.tocsin.schedules.internal.ShiftWatches;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps schedules and their layers.
 *
 * <p>Admins change them; whoever works here may read them. What is on call by them is told by
 * {@link OnCall}; who stands in for whom is kept by {@link Absences}.
 */
@Stateless
public class Schedules {

  @Inject private ScheduleRows rows;
  @Inject private ScheduleEditor editor;
  @Inject private ScheduleViews views;
  @Inject private ShiftWatches watches;
  @Inject private HolidayCountries holidays;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * Creates a schedule with its layers, overrides and leave, all or none.
   *
   * @throws Rejected naming every fault, the zone's and each layer's included
   */
  public ScheduleView create(Actor actor, CreateSchedule command) {
    actor.require(Role.ADMIN);
    Schedule schedule = editor.create(Input.check(command), Times.now(clock));
    holidays.follow(Times.now(clock));
    record(actor, "schedule.created", schedule.id(), Map.of("name", schedule.name()));
    return views.schedule(schedule);
  }

  /**
   * Changes a schedule's own fields.
   *
   * @param ifVersion the version the caller saw; null changes whatever is there
   * @throws Stale when it has changed since
   */
  public ScheduleView change(
      Actor actor, UUID id, ChangeSchedule command, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    List<Fault> faults = new ArrayList<>(Input.faults(command));
    ScheduleRules.judgeZone(command.timeZone(), "", faults);
    if (command.noticeLeadMinutes() != null) {
      ScheduleRules.judgeLead(command.noticeLeadMinutes().value(), faults);
    }
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
    Schedule schedule = rows.require(id);
    Stale.check(schedule.version(), ifVersion);
    watches.open(id, Times.now(clock));
    schedule.change(command);
    rows.flush();
    holidays.follow(Times.now(clock));
    record(actor, "schedule.changed", id, Map.of("change", command));
    return views.schedule(schedule);
  }

  /** Deletes a schedule with all that belongs to it. */
  public void delete(Actor actor, UUID id, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    Schedule schedule = rows.require(id);
    Stale.check(schedule.version(), ifVersion);
    editor.remove(id, schedule, Times.now(clock));
    holidays.follow(Times.now(clock));
    record(actor, "schedule.deleted", id, Map.of("name", schedule.name()));
  }

  /** Returns a schedule. */
  public ScheduleView require(Actor actor, UUID id) {
    actor.requireStaff();
    return views.schedule(rows.require(id));
  }

  /** Returns schedules by name, each with who is on call. */
  public Page<ScheduleSummary> list(Actor actor, PageRequest request) {
    actor.requireStaff();
    Page<Schedule> page = rows.page(request);
    return new Page<>(views.summaries(page.data()), page.nextCursor());
  }

  /** Adds a layer to a schedule. */
  public LayerView addLayer(Actor actor, UUID scheduleId, CreateLayer command) {
    actor.require(Role.ADMIN);
    Schedule schedule = rows.require(scheduleId);
    Layer layer = editor.addLayer(schedule, Input.check(command), Times.now(clock));
    record(actor, "schedule.layer_added", scheduleId, Map.of("layer", layer.view()));
    return layer.view();
  }

  /** Changes a layer; the result is judged as a whole. */
  public LayerView changeLayer(
      Actor actor, UUID scheduleId, UUID layerId, ChangeLayer command, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    Layer layer = rows.requireLayer(scheduleId, layerId);
    Stale.check(layer.version(), ifVersion);
    editor.changeLayer(layer, Input.check(command), Times.now(clock));
    record(actor, "schedule.layer_changed", scheduleId, Map.of("layer", layer.view()));
    return layer.view();
  }

  /** Removes a layer. */
  public void removeLayer(Actor actor, UUID scheduleId, UUID layerId, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    Layer layer = rows.requireLayer(scheduleId, layerId);
    Stale.check(layer.version(), ifVersion);
    editor.remove(scheduleId, layer, Times.now(clock));
    record(actor, "schedule.layer_removed", scheduleId, Map.of("layer", layer.view()));
  }

  /** Returns a schedule's layers, the first that is asked first. */
  public List<LayerView> layers(Actor actor, UUID scheduleId) {
    actor.requireStaff();
    return rows.layers(rows.require(scheduleId).id()).stream().map(Layer::view).toList();
  }

  /** Returns one layer. */
  public LayerView requireLayer(Actor actor, UUID scheduleId, UUID layerId) {
    actor.requireStaff();
    return rows.requireLayer(scheduleId, layerId).view();
  }

  private void record(Actor actor, String action, UUID id, Map<String, ?> detail) {
    audit.record(actor, action, "schedule", id.toString(), detail);
  }
}
