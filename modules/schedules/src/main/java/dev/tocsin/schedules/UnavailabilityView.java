package dev.tocsin.schedules;

import dev.tocsin.accounts.Warning;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Days on which somebody takes no shifts.
 *
 * @param userId the user behind the name; null while none matches
 * @param endDate inclusive
 * @param warnings what to look after, right after it was made; empty else
 */
public record UnavailabilityView(
    UUID id,
    UUID scheduleId,
    String userName,
    @Nullable UUID userId,
    LocalDate startDate,
    LocalDate endDate,
    @Nullable String reason,
    Instant createdAt,
    List<Warning> warnings) {}
