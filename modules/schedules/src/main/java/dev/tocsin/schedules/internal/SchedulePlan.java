package dev.tocsin.schedules.internal;

import java.util.Comparator;
import java.util.List;

/**
 * A schedule with all that belongs to it, stored or only planned: what the evaluator is given.
 *
 * @param layers the first that is asked first
 * @param overrides in the order of their creation
 * @param days what each local day counts as
 */
public record SchedulePlan(
    Schedule schedule,
    List<Layer> layers,
    List<ShiftOverride> overrides,
    List<Unavailability> leaves,
    Weekdays days) {

  public SchedulePlan {
    layers = layers.stream().sorted(Comparator.comparingInt(Layer::orderIndex)).toList();
  }

  Roster roster() {
    List<Leave> away = leaves.stream().map(Unavailability::leave).toList();
    return new Roster(
        layers.stream()
            .map(layer -> layer.terms().inRoster(layer.id(), schedule.zone(), days, away))
            .toList(),
        overrides.stream().map(ShiftOverride::cover).toList());
  }

  Rotation rotation(Layer layer) {
    return layer.terms().rotation(schedule.zone(), days);
  }
}
