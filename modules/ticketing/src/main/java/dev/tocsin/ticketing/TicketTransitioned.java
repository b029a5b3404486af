package dev.tocsin.ticketing;

import java.time.Instant;
import java.util.UUID;

/** A ticket moved from one state to another. */
public record TicketTransitioned(
    UUID ticketId, String number, TicketStatus from, TicketStatus to, Instant at)
    implements TicketEvent {}
