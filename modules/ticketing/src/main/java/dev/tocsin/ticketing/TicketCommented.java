package dev.tocsin.ticketing;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody spoke on a ticket.
 *
 * @param byAgent whether somebody who works here spoke; decided by the role, never by a name
 */
public record TicketCommented(
    UUID ticketId,
    String number,
    UUID commentId,
    boolean byAgent,
    Visibility visibility,
    Instant at)
    implements TicketEvent {}
