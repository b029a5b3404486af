package dev.tocsin.web.schedules;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One person's time on call in one schedule.
 *
 * @param end exclusive
 * @param isShared whether others are on as well: such time cannot be passed on
 */
public record PlannedShift(
    UUID scheduleId,
    String scheduleName,
    String who,
    Instant start,
    Instant end,
    boolean isOverride,
    boolean isShared)
    implements Serializable {

  /** Returns how long it lasts. */
  public Duration length() {
    return Duration.between(start, end);
  }

  /** Returns what tells this shift from others of its schedule. */
  public String key() {
    return start + "/" + end;
  }
}
