package dev.tocsin.schedules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is on call at one instant.
 *
 * @param userName the first of {@code users}; empty when nobody is on call
 * @param userId the user behind {@code userName}; null when nobody, or nobody known, is on call
 * @param users everybody on call, in the order of the rotation
 * @param isOverride whether an override put them there
 * @param layerId the layer that put them there; null for an override and for nobody
 * @param reason why, in words a person can read
 */
public record OnCallView(
    UUID scheduleId,
    Instant at,
    String userName,
    @Nullable UUID userId,
    List<Person> users,
    boolean isOverride,
    @Nullable UUID layerId,
    String reason) {}
