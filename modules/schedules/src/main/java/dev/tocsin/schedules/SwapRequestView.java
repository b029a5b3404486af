package dev.tocsin.schedules;

import dev.tocsin.accounts.Warning;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A swap request; see {@link CreateSwapRequest} for what is asked.
 *
 * @param other who shall answer, or who has accepted; null while it is an offer to anybody
 * @param expiresAt when the first shift in it starts: an answer must come before
 * @param decidedBy who moved it out of {@code offered}; null before
 * @param warnings what to look after, right after it was accepted; empty else
 */
public record SwapRequestView(
    UUID id,
    UUID scheduleId,
    Person requester,
    @Nullable Person other,
    @Nullable Period gives,
    @Nullable Period takes,
    @Nullable String reason,
    RequestState state,
    Instant expiresAt,
    Instant createdAt,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy,
    List<Warning> warnings,
    long version) {}
