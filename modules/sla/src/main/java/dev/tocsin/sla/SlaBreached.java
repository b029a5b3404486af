package dev.tocsin.sla;

import java.time.Instant;
import java.util.UUID;

/**
 * A deadline was missed; announced once for each clock and due time, inside the transaction that
 * records it.
 *
 * @param at when it was found, strictly after {@code dueAt}
 */
public record SlaBreached(
    UUID clockId, UUID ticketId, String ticketNumber, Metric metric, Instant dueAt, Instant at) {}
