package dev.tocsin.schedules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time during which the same people are on call.
 *
 * @param start inclusive
 * @param end exclusive, always after {@code start}
 * @param userName the first of {@code users}; empty when nobody is on call
 * @param users everybody on call, in the order of the rotation
 * @param isOverride whether an override put them there
 * @param layerId the layer that put them there; null for an override and for nobody
 * @param reason why, in words a person can read
 */
public record OnCallSegment(
    Instant start,
    Instant end,
    String userName,
    List<Person> users,
    boolean isOverride,
    @Nullable UUID layerId,
    String reason) {}
