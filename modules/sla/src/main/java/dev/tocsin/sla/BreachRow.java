package dev.tocsin.sla;

import java.util.UUID;

/** A missed deadline: the ticket it was promised to, and the clock that tells why. */
public record BreachRow(UUID ticketId, String ticketNumber, String policy, ClockView clock) {}
