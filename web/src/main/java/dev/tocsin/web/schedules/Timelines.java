package dev.tocsin.web.schedules;

import dev.tocsin.platform.error.NotFound;
import dev.tocsin.schedules.Holiday;
import dev.tocsin.schedules.Holidays;
import dev.tocsin.schedules.LayerTimelines;
import dev.tocsin.schedules.OnCall;
import dev.tocsin.schedules.ScheduleSummary;
import dev.tocsin.schedules.ScheduleView;
import dev.tocsin.web.console.ViewerZone;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.schedules.timeline.Range;
import dev.tocsin.web.schedules.timeline.Span;
import dev.tocsin.web.schedules.timeline.TimeScale;
import dev.tocsin.web.schedules.timeline.Timeline;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the evaluator and draws its answers. */
@RequestScoped
public class Timelines {
  /** How far beyond a timeline's edges is asked where a shift that crosses them really ends. */
  private static final Duration BEYOND = Duration.ofDays(32);

  @Inject private OnCall onCall;
  @Inject private Holidays holidays;
  @Inject private Caller caller;
  @Inject private ViewerZone viewer;
  @Inject private Clock clock;

  private final Map<UUID, Timeline> strips = new HashMap<>();

  /** Draws a schedule with all of its layers. */
  public Timeline of(ScheduleView schedule, Span span) {
    TimeScale scale = span.scale();
    LayerTimelines told =
        onCall.layerTimelines(
            caller.actor(), schedule.id(), scale.from().minus(BEYOND), scale.to().plus(BEYOND));
    return Timeline.of(span, schedule, told, holidaysOf(schedule, span), clock.instant());
  }

  /**
   * Draws who is on call in the two weeks around today, on the reader's own clock; once a request.
   */
  public Timeline ahead(ScheduleSummary schedule) {
    return strips.computeIfAbsent(schedule.id(), unknown -> drawAhead(schedule));
  }

  /**
   * Returns the days to show in a zone: those of a range around a day, by default today.
   *
   * @throws NotFound when what is asked for is no day
   */
  public Span span(Range range, @Nullable String day, ZoneId zone) {
    try {
      LocalDate around = day == null ? LocalDate.now(clock.withZone(zone)) : LocalDate.parse(day);
      return Span.around(range, around, zone);
    } catch (DateTimeException e) {
      throw new NotFound("from");
    }
  }

  /** Returns whether the present is among these days. */
  public boolean showsNow(Span span) {
    return span.scale().shows(clock.instant());
  }

  private Map<LocalDate, String> holidaysOf(ScheduleView schedule, Span span) {
    return holidays
        .of(caller.actor(), schedule.id(), span.first(), span.last().plusDays(1))
        .data()
        .stream()
        .collect(
            Collectors.toMap(
                Holiday::date,
                holiday -> holiday.name() + " (" + holiday.country() + ")",
                (one, other) -> one + ", " + other));
  }

  private Timeline drawAhead(ScheduleSummary schedule) {
    ZoneId zone = viewer.find().orElseGet(() -> ZoneId.of(schedule.timeZone()));
    Span span = Span.around(Range.TWO_WEEKS, LocalDate.now(clock.withZone(zone)), zone);
    TimeScale scale = span.scale();
    return Timeline.ofFinal(
        span,
        onCall.timeline(caller.actor(), schedule.id(), scale.from(), scale.to()).segments(),
        clock.instant());
  }
}
