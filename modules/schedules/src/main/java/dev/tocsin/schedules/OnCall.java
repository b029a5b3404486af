package dev.tocsin.schedules;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.time.Times;
import dev.tocsin.schedules.internal.PlanRows;
import dev.tocsin.schedules.internal.RosterViews;
import dev.tocsin.schedules.internal.Schedule;
import dev.tocsin.schedules.internal.SchedulePlan;
import dev.tocsin.schedules.internal.ScheduleRows;
import dev.tocsin.schedules.internal.Window;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers who is on call, at any instant of the past or the future.
 *
 * <p>One evaluator gives every answer, so "now", a timeline and a page can never disagree.
 */
@Stateless
public class OnCall {

  @Inject private ScheduleRows rows;
  @Inject private PlanRows plans;
  @Inject private RosterViews rosters;
  @Inject private Clock clock;

  /**
   * Returns who is on call.
   *
   * @param at null for now; an instant of the years 1900 to 2499
   * @throws NotFound when there is no such schedule
   */
  public OnCallView at(Actor actor, UUID scheduleId, @Nullable Instant at) {
    actor.requireStaff();
    Instant asked = Window.instant(at == null ? Times.now(clock) : at, "at");
    return find(scheduleId, asked).orElseThrow(() -> new NotFound("schedule"));
  }

  /** Returns who is on call, for other modules; empty when there is no such schedule. */
  public Optional<OnCallView> find(UUID scheduleId, Instant at) {
    return rows.find(scheduleId).map(schedule -> rosters.at(plans.plan(schedule, at), at));
  }

  /**
   * Returns the first schedule by name that has a user of Tocsin on call, and who that is.
   *
   * <p>This is how an incident that nothing else routes finds its responder.
   */
  public Optional<Responder> responder(Instant at) {
    for (SchedulePlan plan : plans.plans(rows.all(), at)) {
      Schedule schedule = plan.schedule();
      OnCallView view = rosters.at(plan, at);
      for (Person person : view.users()) {
        if (person.userId() != null) {
          return Optional.of(
              new Responder(
                  schedule.id(),
                  schedule.name(),
                  schedule.defaultEscalationPolicyId(),
                  person.userId(),
                  person.name()));
        }
      }
    }
    return Optional.empty();
  }

  /** Returns who is on call now in every schedule, by the schedules' names. */
  public List<OnCallNow> current(Actor actor) {
    actor.requireStaff();
    Instant now = Times.now(clock);
    return plans.plans(rows.all(), now).stream().map(plan -> now(plan, now)).toList();
  }

  /**
   * Returns who is on call throughout a window.
   *
   * @param from null for now
   * @param to exclusive; null for seven days after {@code from}; at most 400 days after it
   */
  public OnCallTimeline timeline(
      Actor actor, UUID scheduleId, @Nullable Instant from, @Nullable Instant to) {
    actor.requireStaff();
    Window window = Window.of(from, to, Times.now(clock));
    return timeline(plans.plan(rows.require(scheduleId), window.from()), window);
  }

  /** Returns who is on call throughout a window in every schedule, by the schedules' names. */
  public List<OnCallTimeline> timelines(Actor actor, @Nullable Instant from, @Nullable Instant to) {
    actor.requireStaff();
    Window window = Window.of(from, to, Times.now(clock));
    return plans.plans(rows.all(), window.from()).stream()
        .map(plan -> timeline(plan, window))
        .toList();
  }

  /** Returns each layer's own schedule of a window beside the final one; see {@link #timeline}. */
  public LayerTimelines layerTimelines(
      Actor actor, UUID scheduleId, @Nullable Instant from, @Nullable Instant to) {
    actor.requireStaff();
    Window window = Window.of(from, to, Times.now(clock));
    SchedulePlan plan = plans.plan(rows.require(scheduleId), window.from());
    Map<UUID, List<OnCallSegment>> layers = new LinkedHashMap<>();
    for (LayerTimeline layer : rosters.layerTimelines(plan, window)) {
      layers.put(layer.layerId(), layer.segments());
    }
    List<OnCallSegment> effective = rosters.timeline(plan, window);
    return new LayerTimelines(scheduleId, window.from(), window.to(), layers, effective);
  }

  private OnCallTimeline timeline(SchedulePlan plan, Window window) {
    List<OnCallSegment> segments = rosters.timeline(plan, window);
    return new OnCallTimeline(plan.schedule().id(), window.from(), window.to(), segments);
  }

  private OnCallNow now(SchedulePlan plan, Instant now) {
    OnCallView view = rosters.at(plan, now);
    return new OnCallNow(
        plan.schedule().id(),
        plan.schedule().name(),
        view.userName(),
        view.userId(),
        view.users(),
        view.isOverride());
  }
}
