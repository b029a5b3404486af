package dev.tocsin.schedules.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what the evaluator is given of stored schedules; within the caller's transaction. */
@Dependent
public class PlanRows {

  @Inject private ScheduleRows rows;
  @Inject private HolidayDays holidays;

  /** Returns a schedule with all that matters to it at any instant from {@code from} on. */
  public SchedulePlan plan(Schedule schedule, Instant from) {
    return plans(List.of(schedule), from).get(0);
  }

  /** Returns the {@link #plan} of each schedule, in their order; three queries read them all. */
  public List<SchedulePlan> plans(List<Schedule> schedules, Instant from) {
    if (schedules.isEmpty()) {
      return List.of();
    }
    List<UUID> ids = schedules.stream().map(Schedule::id).toList();
    // whatever the zone: a local day has begun at most a day before it begins in UTC
    LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(2);
    Map<UUID, List<Layer>> layers =
        rows.layers(ids).stream().collect(Collectors.groupingBy(Layer::scheduleId));
    Map<UUID, List<ShiftOverride>> overrides =
        rows.overrides(ids, from).stream()
            .collect(Collectors.groupingBy(ShiftOverride::scheduleId));
    Map<UUID, List<Unavailability>> leaves =
        rows.unavailabilities(ids, day).stream()
            .collect(Collectors.groupingBy(Unavailability::scheduleId));
    return schedules.stream()
        .map(
            schedule ->
                new SchedulePlan(
                    schedule,
                    layers.getOrDefault(schedule.id(), List.of()),
                    overrides.getOrDefault(schedule.id(), List.of()),
                    leaves.getOrDefault(schedule.id(), List.of()),
                    holidays.weekdays(schedule)))
        .toList();
  }
}
