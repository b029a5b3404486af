package dev.tocsin.ticketing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as a reader may see it.
 *
 * @param number the human number, {@code TKT-000001}
 * @param sla the worst state of its service level clocks
 * @param firstAnsweredAt when an agent first answered in public; null before
 * @param resolvedAt null unless resolved; a reopening clears it
 * @param reopenedAt when it was last reopened; null if never
 * @param mergedInto the ticket that took over what was said here; null when none did
 * @param version for optimistic locking
 */
public record TicketView(
    UUID id,
    String number,
    UUID customerId,
    String subject,
    String body,
    Priority priority,
    TicketStatus status,
    List<String> tags,
    @Nullable Requester requester,
    @Nullable UUID assigneeId,
    @Nullable UUID teamId,
    Map<String, Object> customFields,
    SlaState sla,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant firstAnsweredAt,
    @Nullable Instant resolvedAt,
    @Nullable Instant reopenedAt,
    @Nullable Instant closedAt,
    @Nullable UUID mergedInto,
    long version) {}
