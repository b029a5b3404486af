package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.ChangeLayer;
import dev.tocsin.schedules.CreateLayer;
import dev.tocsin.schedules.CreateOverride;
import dev.tocsin.schedules.CreateSchedule;
import dev.tocsin.schedules.CreateUnavailability;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/** Stores what the {@link SchedulePlanner} has judged good. */
@Dependent
public class ScheduleEditor {

  @Inject private ScheduleRows rows;
  @Inject private SchedulePlanner planner;
  @Inject private ShiftWatches watches;

  /** Store a schedule with all that the command brings along. */
  public Schedule create(CreateSchedule command, Instant at) {
    SchedulePlan plan = planner.plan(command, "", at);
    rows.add(plan.schedule());
    rows.flush(); // the parts refer to it, and nothing tells the provider in which order to insert
    rows.add(new ShiftWatch(plan.schedule().id(), at));
    plan.layers().forEach(rows::add);
    plan.overrides().forEach(rows::add);
    plan.leaves().forEach(rows::add);
    rows.flush();
    return plan.schedule();
  }

  /** Store a layer, after the others unless it says where. */
  public Layer addLayer(Schedule schedule, CreateLayer command, Instant at) {
    int last =
        rows.layers(schedule.id()).stream()
            .mapToInt(layer -> layer.orderIndex() + 1)
            .max()
            .orElse(0);
    PlanDraft draft = planner.draft(schedule.id(), command, at);
    Supplier<Layer> layer = draft.layer(command, last, "");
    draft.check();
    watches.open(schedule.id(), at);
    return store(layer.get());
  }

  /** Take over what the command names; the result is judged as a whole. */
  public void changeLayer(Layer layer, ChangeLayer command, Instant at) {
    LayerTerms changed = layer.terms().changedBy(command);
    PlanDraft draft =
        planner.draft(layer.scheduleId(), changed.participants().stream(), layer.createdAt());
    LayerTerms terms = draft.terms(changed, "");
    draft.check();
    watches.open(layer.scheduleId(), at);
    layer.replan(terms);
    rows.flush();
  }

  public ShiftOverride addOverride(Schedule schedule, CreateOverride command, Instant at) {
    PlanDraft draft = planner.draft(schedule.id(), command, at);
    ShiftOverride override = draft.override(command, "");
    draft.check();
    watches.open(schedule.id(), at);
    return store(override);
  }

  public Unavailability addLeave(Schedule schedule, CreateUnavailability command, Instant at) {
    PlanDraft draft = planner.draft(schedule.id(), command, at);
    Unavailability leave = draft.leave(command, "");
    draft.check();
    watches.open(schedule.id(), at);
    return store(leave);
  }

  /** Take something out of a schedule, or the schedule itself. */
  public void remove(UUID scheduleId, Object part, Instant at) {
    watches.open(scheduleId, at);
    rows.remove(part);
    rows.flush();
  }

  private <T> T store(T row) {
    rows.add(row);
    rows.flush();
    return row;
  }
}
