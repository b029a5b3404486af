package dev.tocsin.web.schedules;

import dev.tocsin.schedules.CreateLayer;
import dev.tocsin.schedules.CreateSchedule;
import dev.tocsin.schedules.CreateUnavailability;
import dev.tocsin.schedules.LayerView;
import dev.tocsin.schedules.PreviewSchedule;
import dev.tocsin.schedules.QualityWarning;
import dev.tocsin.schedules.SchedulePreview;
import dev.tocsin.schedules.ScheduleQuality;
import dev.tocsin.schedules.ScheduleView;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.schedules.timeline.Range;
import dev.tocsin.web.schedules.timeline.Span;
import dev.tocsin.web.schedules.timeline.TimeScale;
import dev.tocsin.web.schedules.timeline.Timeline;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows what a schedule would do with a layer that is not saved yet. */
@RequestScoped
public class LayerPreview {

  @Inject private ScheduleQuality quality;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /**
   * One stretch of time of it.
   *
   * @param clocksChange whether it is shown because the clocks change in it
   */
  public record Part(boolean clocksChange, Timeline timeline, List<QualityWarning> warnings) {}

  /** Returns the day that it is where the schedule is. */
  public LocalDate today(ScheduleView schedule) {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(schedule.timeZone()));
  }

  /** Returns the present two weeks, and those in which the zone's clocks change next, if ever. */
  public List<Part> of(ScheduleView schedule, @Nullable UUID replaced, CreateLayer layer) {
    Instant now = clock.instant();
    ZoneId zone = ZoneId.of(schedule.timeZone());
    CreateSchedule plan = plan(schedule, replaced, layer);
    List<Part> parts = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(now, zone);
    parts.add(part(false, plan, Span.around(Range.TWO_WEEKS, today, zone), now));
    ZoneOffsetTransition next = zone.getRules().nextTransition(now);
    if (next != null) {
      LocalDate day = LocalDate.ofInstant(next.getInstant(), zone);
      Span span = Span.around(Range.TWO_WEEKS, day, zone);
      parts.add(part(true, plan, span, now));
    }
    return parts;
  }

  private Part part(boolean clocksChange, CreateSchedule plan, Span span, Instant now) {
    TimeScale scale = span.scale();
    SchedulePreview answer =
        quality.preview(caller.actor(), new PreviewSchedule(plan, scale.from(), scale.to()));
    List<QualityWarning> others = // that nobody is on, the lanes show better
        answer.warnings().stream().filter(warning -> !warning.code().equals("nobody_on")).toList();
    return new Part(clocksChange, Timeline.of(span, answer, now), others);
  }

  private static CreateSchedule plan(
      ScheduleView schedule, @Nullable UUID replaced, CreateLayer layer) {
    List<CreateLayer> layers = new ArrayList<>();
    for (LayerView stored : schedule.layers()) {
      layers.add(stored.id().equals(replaced) ? layer : command(stored));
    }
    if (replaced == null) {
      layers.add(layer);
    }
    List<CreateUnavailability> leave =
        schedule.unavailabilities().stream()
            .map(
                away ->
                    new CreateUnavailability(
                        away.userName(), away.userId(), away.startDate(), away.endDate(), null))
            .toList();
    return new CreateSchedule(
        schedule.name(),
        null,
        schedule.timeZone(),
        null,
        null,
        schedule.holidayCountries(),
        schedule.holidaysAsWeekend(),
        null,
        layers,
        null,
        leave);
  }

  private static CreateLayer command(LayerView layer) {
    return new CreateLayer(
        layer.name(),
        layer.orderIndex(),
        layer.rotationType(),
        layer.rotationLength(),
        layer.rotationStart(),
        layer.shiftDuration(),
        layer.weekdays(),
        layer.concurrent(),
        layer.participants());
  }
}
