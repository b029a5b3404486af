package dev.tocsin.ticketing.internal;

import dev.tocsin.ticketing.Priority;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What routing rules know of a ticket.
 *
 * @param text subject and body
 */
record RoutingFacts(
    Priority priority,
    List<String> tags,
    UUID customerId,
    String text,
    @Nullable String requesterEmail) {}
