package dev.tocsin.schedules.internal;

import dev.tocsin.platform.error.Fault;
import dev.tocsin.schedules.ChangeLayer;
import dev.tocsin.schedules.CreateLayer;
import dev.tocsin.schedules.CreateOverride;
import dev.tocsin.schedules.CreateSchedule;
import dev.tocsin.schedules.CreateUnavailability;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Stores what the {@link SchedulePlanner} has judged good. */
@Dependent
public class ScheduleEditor {

  @Inject private ScheduleRows rows;
  @Inject private SchedulePlanner planner;
  @Inject private People people;

  /** Store a schedule with all that the command brings along. */
  public Schedule create(CreateSchedule command, Instant at) {
    SchedulePlan plan = planner.plan(command, "", at);
    rows.add(plan.schedule());
    rows.flush(); // the parts refer to it, and nothing tells the provider in which order to insert
    plan.layers().forEach(rows::add);
    plan.overrides().forEach(rows::add);
    plan.leaves().forEach(rows::add);
    rows.flush();
    return plan.schedule();
  }

  /** Store a layer, after the others unless it says where. */
  public Layer addLayer(Schedule schedule, CreateLayer command, Instant at) {
    List<Fault> faults = new ArrayList<>();
    int last =
        rows.layers(schedule.id()).stream()
            .mapToInt(layer -> layer.orderIndex() + 1)
            .max()
            .orElse(0);
    Supplier<Layer> layer = planner.layer(schedule.id(), command, last, "", at, faults);
    SchedulePlanner.refuse(faults);
    return store(layer.get());
  }

  /** Take over what the command names; the result is judged as a whole. */
  public void changeLayer(Layer layer, ChangeLayer command) {
    List<Fault> faults = new ArrayList<>();
    LayerTerms terms = layer.terms().changedBy(command);
    LayerRules.judge(terms, "", faults);
    if (command.participants() != null) {
      terms = terms.with(people.named(command.participants(), "/participants", faults));
    }
    SchedulePlanner.refuse(faults);
    layer.replan(terms);
    rows.flush();
  }

  public ShiftOverride addOverride(Schedule schedule, CreateOverride command, Instant at) {
    List<Fault> faults = new ArrayList<>();
    ShiftOverride override = planner.override(schedule.id(), command, "", at, faults);
    SchedulePlanner.refuse(faults);
    return store(override);
  }

  public Unavailability addLeave(Schedule schedule, CreateUnavailability command, Instant at) {
    List<Fault> faults = new ArrayList<>();
    Unavailability leave = planner.leave(schedule.id(), command, "", at, faults);
    SchedulePlanner.refuse(faults);
    return store(leave);
  }

  private <T> T store(T row) {
    rows.add(row);
    rows.flush();
    return row;
  }
}
