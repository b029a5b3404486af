package dev.tocsin.ticketing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment.
 *
 * @param number {@code TKT-000001-C1} for public ones; internal ones count apart ({@code -N1}), so
 *     that customers cannot tell from a gap that there are any
 * @param author the name shown
 * @param authorId the user or token that spoke; null for the system
 * @param byAgent whether somebody who works here spoke
 */
public record CommentView(
    UUID id,
    String number,
    UUID ticketId,
    String author,
    @Nullable UUID authorId,
    boolean byAgent,
    Visibility visibility,
    String body,
    Instant createdAt) {}
