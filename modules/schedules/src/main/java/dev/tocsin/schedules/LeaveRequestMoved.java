package dev.tocsin.schedules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A leave request was made, answered, taken back or has expired; its state says which.
 *
 * @param concerned the users to tell, without the one who did it; of a new one the admins are to be
 *     told, too
 */
public record LeaveRequestMoved(
    LeaveRequestView request, String scheduleName, List<UUID> concerned, Instant at)
    implements ScheduleEvent {

  @Override
  public UUID scheduleId() {
    return request.scheduleId();
  }
}
