package dev.tocsin.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock at the moment of asking.
 *
 * @param id null in a preview, as is the policy
 * @param target in working time
 * @param dueAt null while paused
 * @param elapsed working time counted so far
 * @param remaining target less elapsed; negative when overdue
 * @param breachedAt the deadline that was missed; null if none
 * @param metLate true when a breached clock was met after all; else null
 * @param calendarId null is every hour of every day
 * @param frames every stretch so far, oldest first, without gaps: what counted adds up to what has
 *     elapsed. A clock that would take more than 2,000 is told without its calendar's closed hours
 */
public record ClockView(
    @Nullable UUID id,
    @Nullable UUID policyId,
    Metric metric,
    ClockState state,
    Duration target,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant dueAt,
    Duration elapsed,
    Duration remaining,
    @Nullable Instant breachedAt,
    @Nullable Boolean metLate,
    @Nullable UUID calendarId,
    List<ThresholdView> thresholds,
    List<FrameView> frames) {

  public ClockView {
    thresholds = List.copyOf(thresholds);
    frames = List.copyOf(frames);
  }
}
