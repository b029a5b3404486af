package dev.tocsin.schedules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person on call in two places at once.
 *
 * @param userId null while no user matches the name
 * @param end exclusive
 * @param places the two
 */
public record DoubleBooking(
    String userName, @Nullable UUID userId, Instant start, Instant end, List<Place> places) {

  /**
   * Where somebody is on call.
   *
   * @param layerId null for the schedule as a whole
   * @param name the layer's, or the schedule's
   */
  public record Place(UUID scheduleId, @Nullable UUID layerId, String name) {}
}
