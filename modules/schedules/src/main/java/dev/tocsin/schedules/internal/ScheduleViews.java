package dev.tocsin.schedules.internal;

import dev.tocsin.platform.time.Times;
import dev.tocsin.schedules.OverrideView;
import dev.tocsin.schedules.ScheduleSummary;
import dev.tocsin.schedules.ScheduleView;
import dev.tocsin.schedules.UnavailabilityView;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Shows schedules to the outside. */
@Dependent
public class ScheduleViews {
  /** How far a list looks for the next change; a layer of months needs no second name there. */
  private static final Duration LOOK_AHEAD = Duration.ofDays(14);

  @Inject private ScheduleRows rows;
  @Inject private PlanRows plans;
  @Inject private People people;
  @Inject private Clock clock;

  public ScheduleView schedule(Schedule schedule) {
    return new ScheduleView(
        schedule.id(),
        schedule.name(),
        schedule.description(),
        schedule.timeZone(),
        schedule.notificationChannelId(),
        schedule.defaultEscalationPolicyId(),
        schedule.holidayCountries(),
        schedule.holidaysAsWeekend(),
        schedule.noticeLeadMinutes(),
        rows.layers(schedule.id()).stream().map(Layer::view).toList(),
        overrides(schedule),
        unavailabilities(schedule),
        schedule.createdAt(),
        schedule.version());
  }

  /** Returns each schedule with who is on call now and who follows. */
  public List<ScheduleSummary> summaries(List<Schedule> schedules) {
    Instant now = Times.now(clock);
    return plans.plans(schedules, now).stream().map(plan -> summary(plan, now)).toList();
  }

  private ScheduleSummary summary(SchedulePlan plan, Instant now) {
    Schedule schedule = plan.schedule();
    List<Stretch> ahead =
        plan.roster().timeline(now, now.plus(LOOK_AHEAD)).stream().limit(2).toList();
    boolean changes = ahead.size() > 1;
    return new ScheduleSummary(
        schedule.id(),
        schedule.name(),
        schedule.timeZone(),
        plan.layers().size(),
        people.known(ahead.get(0).duty().people()),
        changes ? ahead.get(1).start() : null,
        changes ? people.known(ahead.get(1).duty().people()) : null,
        schedule.version());
  }

  /** Returns the overrides that have not ended, in the order of their creation. */
  public List<OverrideView> overrides(Schedule schedule) {
    return rows.overrides(schedule.id(), Times.now(clock)).stream()
        .map(override -> override.view(List.of()))
        .toList();
  }

  /** Returns the leave that has not ended in the schedule's zone, by first day. */
  public List<UnavailabilityView> unavailabilities(Schedule schedule) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), schedule.zone());
    return rows.unavailabilities(schedule.id(), today).stream()
        .map(leave -> leave.view(List.of()))
        .toList();
  }
}
