package dev.tocsin.schedules;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.time.Times;
import dev.tocsin.schedules.internal.PlanRows;
import dev.tocsin.schedules.internal.QualityWarnings;
import dev.tocsin.schedules.internal.RosterViews;
import dev.tocsin.schedules.internal.Schedule;
import dev.tocsin.schedules.internal.SchedulePlan;
import dev.tocsin.schedules.internal.SchedulePlanner;
import dev.tocsin.schedules.internal.ScheduleRows;
import dev.tocsin.schedules.internal.SegmentRules;
import dev.tocsin.schedules.internal.Window;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells beforehand what a schedule will do and what will go wrong with it, stored or not.
 *
 * <p>Nothing is computed here that {@link OnCall} would answer differently.
 */
@Stateless
public class ScheduleQuality {

  private static final Duration WEEKS_AHEAD = Duration.ofDays(28);

  @Inject private ScheduleRows rows;
  @Inject private PlanRows plans;
  @Inject private SchedulePlanner planner;
  @Inject private RosterViews rosters;
  @Inject private QualityWarnings warnings;
  @Inject private Clock clock;

  /**
   * Returns what a schedule would do; nothing is stored.
   *
   * @throws Rejected naming every fault of the schedule and of the window
   */
  public SchedulePreview preview(Actor actor, PreviewSchedule command) {
    actor.requireStaff();
    Instant now = Times.now(clock);
    Input.check(command);
    SchedulePlan plan = planner.plan(command.schedule(), "/schedule", now);
    Window window = Window.of(command.from(), command.to(), now);
    List<OnCallSegment> segments = rosters.timeline(plan, window);
    return new SchedulePreview(
        window.from(),
        window.to(),
        segments,
        rosters.layerTimelines(plan, window),
        SegmentRules.gaps(segments),
        warnings.of(plan, window, segments));
  }

  /**
   * Returns what will go wrong with a schedule.
   *
   * @param from null for now
   * @param to exclusive; null for four weeks after {@code from}; at most 400 days after it
   * @throws NotFound when there is no such schedule
   */
  public QualityReport report(
      Actor actor, UUID scheduleId, @Nullable Instant from, @Nullable Instant to) {
    actor.requireStaff();
    Window window = Window.of(from, to, Times.now(clock), WEEKS_AHEAD);
    SchedulePlan plan = plans.plan(rows.require(scheduleId), window.from());
    List<OnCallSegment> segments = rosters.timeline(plan, window);
    return new QualityReport(
        scheduleId,
        window.from(),
        window.to(),
        SegmentRules.gaps(segments),
        doubleBookings(plan, window, segments),
        warnings.of(plan, window, segments));
  }

  private List<DoubleBooking> doubleBookings(
      SchedulePlan plan, Window window, List<OnCallSegment> segments) {
    UUID id = plan.schedule().id();
    List<DoubleBooking> found = new ArrayList<>();
    List<LayerTimeline> layers = rosters.layerTimelines(plan, window);
    for (int i = 0; i < layers.size(); i++) {
      for (LayerTimeline other : layers.subList(i + 1, layers.size())) {
        found.addAll(
            SegmentRules.doubleBookings(
                place(id, layers.get(i)), layers.get(i).segments(),
                place(id, other), other.segments()));
      }
    }
    DoubleBooking.Place here = place(plan.schedule());
    List<Schedule> others = rows.all().stream().filter(other -> !other.id().equals(id)).toList();
    for (SchedulePlan other : plans.plans(others, window.from())) {
      found.addAll(
          SegmentRules.doubleBookings(
              here, segments, place(other.schedule()), rosters.timeline(other, window)));
    }
    return found;
  }

  private static DoubleBooking.Place place(UUID schedule, LayerTimeline layer) {
    return new DoubleBooking.Place(schedule, layer.layerId(), layer.name());
  }

  private static DoubleBooking.Place place(Schedule schedule) {
    return new DoubleBooking.Place(schedule.id(), null, schedule.name());
  }
}
