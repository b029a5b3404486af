package dev.tocsin.sla.internal;

import dev.tocsin.ticketing.TicketChanged;
import dev.tocsin.ticketing.TicketOpened;
import dev.tocsin.ticketing.TicketView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ticket that clocks run for, and what policies know of it. */
record Subject(UUID id, String number, PolicyFacts facts) {

  static Subject of(TicketOpened event) {
    return new Subject(
        event.ticketId(),
        event.number(),
        new PolicyFacts(event.priority(), event.customerId(), event.tags(), event.teamId()));
  }

  static Subject of(TicketChanged event) {
    return new Subject(
        event.ticketId(),
        event.number(),
        new PolicyFacts(event.priority(), event.customerId(), event.tags(), event.teamId()));
  }

  static Subject of(TicketView ticket) {
    return new Subject(
        ticket.id(),
        ticket.number(),
        new PolicyFacts(ticket.priority(), ticket.customerId(), ticket.tags(), ticket.teamId()));
  }

  UUID customerId() {
    return facts.customerId();
  }

  @Nullable UUID teamId() {
    return facts.teamId();
  }
}
