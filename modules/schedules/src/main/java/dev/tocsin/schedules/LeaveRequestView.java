package dev.tocsin.schedules;

import dev.tocsin.accounts.Warning;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A leave request.
 *
 * @param endDate inclusive
 * @param expiresAt when its last day is over: an answer must come before
 * @param decidedBy who moved it out of {@code offered}; null before
 * @param warnings what to look after, right after it was made or accepted: times in which nobody is
 *     on call without this person; empty else
 */
public record LeaveRequestView(
    UUID id,
    UUID scheduleId,
    Person requester,
    LocalDate startDate,
    LocalDate endDate,
    @Nullable String reason,
    RequestState state,
    Instant expiresAt,
    Instant createdAt,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy,
    List<Warning> warnings,
    long version) {}
