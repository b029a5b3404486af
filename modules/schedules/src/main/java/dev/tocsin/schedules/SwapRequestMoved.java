package dev.tocsin.schedules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A swap request was made, answered, taken back or has expired; its state says which.
 *
 * @param concerned the users to tell, without the one who did it
 */
public record SwapRequestMoved(
    SwapRequestView request, String scheduleName, String timeZone, List<UUID> concerned, Instant at)
    implements ScheduleEvent {

  @Override
  public UUID scheduleId() {
    return request.scheduleId();
  }
}
