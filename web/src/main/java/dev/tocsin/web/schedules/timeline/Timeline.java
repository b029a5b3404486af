package dev.tocsin.web.schedules.timeline;

import dev.tocsin.schedules.LayerTimelines;
import dev.tocsin.schedules.OnCallSegment;
import dev.tocsin.schedules.SchedulePreview;
import dev.tocsin.schedules.ScheduleView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A drawn schedule: columns of time, and a lane for each thing that decides who is on call.
 *
 * @param now where now is, in percent; negative when it is not shown
 * @param lanes what comes out first, below it what it is made of
 */
public record Timeline(Span span, List<Tick> ticks, List<Lane> lanes, double now) {

  /**
   * Draws what the evaluator answers.
   *
   * @param holidays names by day
   * @param told may reach beyond the span, so that bars at its edges can tell where they end
   */
  public static Timeline of(
      Span span,
      ScheduleView schedule,
      LayerTimelines told,
      Map<LocalDate, String> holidays,
      Instant now) {
    List<Lane> lanes =
        new LaneBuilder(span, told.from(), told.to())
            .lanes(schedule, told.layers(), told.effective());
    return of(span, lanes, holidays, now);
  }

  /** Draws what a schedule would do that is not stored. */
  public static Timeline of(Span span, SchedulePreview answer, Instant now) {
    return of(span, new LaneBuilder(span, answer.from(), answer.to()).lanes(answer), Map.of(), now);
  }

  /** Draws only who is on call, without what decides it. */
  public static Timeline ofFinal(Span span, List<OnCallSegment> segments, Instant now) {
    TimeScale scale = span.scale();
    LaneBuilder builder = new LaneBuilder(span, scale.from(), scale.to());
    return of(span, List.of(builder.lane(LaneKind.FINAL, "", segments)), Map.of(), now);
  }

  private static Timeline of(
      Span span, List<Lane> lanes, Map<LocalDate, String> holidays, Instant now) {
    TimeScale scale = span.scale();
    return new Timeline(
        span, span.ticks(now, holidays), lanes, scale.shows(now) ? scale.place(now) : -1);
  }

  /** Returns the days with a holiday, for those who read rather than see. */
  public List<Tick> holidays() {
    return ticks.stream().filter(tick -> !tick.holiday().isEmpty()).toList();
  }

  /** Returns whether a time with nobody on is shown that is not over yet. */
  public boolean hasGapAhead() {
    return shifts().stream()
        .anyMatch(bar -> bar.kind().equals("gap") && bar.left() + bar.width() > now);
  }

  /** Returns the final schedule's bars, for those who read rather than see. */
  public List<Bar> shifts() {
    return lanes.get(0).bars();
  }
}
