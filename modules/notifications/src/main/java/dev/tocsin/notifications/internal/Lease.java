package dev.tocsin.notifications.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right and the duty of one node to try one delivery once.
 *
 * @param attempt the number of this try; with the owner, the fence of its recording
 * @param failures failed tries since it was queued, without this one
 * @param secret the subscription's signing secret, sealed; null for an email
 */
public record Lease(
    UUID id,
    String owner,
    int attempt,
    UUID receiverId,
    String eventType,
    String address,
    @Nullable String subject,
    String body,
    @Nullable String html,
    boolean sealed,
    @Nullable UUID incidentId,
    @Nullable UUID ticketId,
    int failures,
    Instant dueAt,
    Instant queuedAt,
    @Nullable String secret) {}
