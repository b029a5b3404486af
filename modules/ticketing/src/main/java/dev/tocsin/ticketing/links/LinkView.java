package dev.tocsin.ticketing.links;

import dev.tocsin.ticketing.TicketSummary;
import java.time.Instant;
import java.util.UUID;

/**
 * A link, as told from one of its ends.
 *
 * @param kind what the other ticket is to the one that was asked for
 * @param ticket the other ticket
 */
public record LinkView(UUID id, LinkKind kind, TicketSummary ticket, Instant createdAt) {}
