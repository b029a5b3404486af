package dev.tocsin.schedules;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a feed token, never its secret.
 *
 * @param ownerId the user with whom it ends
 * @param scheduleId the only schedule whose feed it opens; null for no such limit
 * @param userId the only user whose feed it opens; null for no such limit
 * @param lastUsedAt to the minute; null while it was never used
 */
public record FeedTokenView(
    UUID id,
    String name,
    UUID ownerId,
    @Nullable UUID scheduleId,
    @Nullable UUID userId,
    Instant createdAt,
    @Nullable Instant lastUsedAt) {}
