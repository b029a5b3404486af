package dev.tocsin.ticketing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a ticket list. */
public record TicketSummary(
    UUID id,
    String number,
    UUID customerId,
    String subject,
    Priority priority,
    TicketStatus status,
    List<String> tags,
    @Nullable Requester requester,
    @Nullable UUID assigneeId,
    @Nullable UUID teamId,
    SlaState sla,
    Instant createdAt,
    Instant updatedAt,
    long version) {}
