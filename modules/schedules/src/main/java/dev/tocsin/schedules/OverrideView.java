package dev.tocsin.schedules;

import dev.tocsin.accounts.Warning;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An override.
 *
 * @param userId the user behind the name; null while none matches
 * @param warnings what to look after, right after it was made; empty else
 */
public record OverrideView(
    UUID id,
    UUID scheduleId,
    String userName,
    @Nullable UUID userId,
    Instant start,
    Instant end,
    @Nullable String reason,
    Instant createdAt,
    List<Warning> warnings) {}
