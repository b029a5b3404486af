package dev.tocsin.ticketing.internal;

import dev.tocsin.platform.Actor;
import dev.tocsin.ticketing.TicketChanged;
import dev.tocsin.ticketing.TicketCommented;
import dev.tocsin.ticketing.TicketMerged;
import dev.tocsin.ticketing.TicketOpened;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketTransitioned;
import java.time.Instant;

/** What other modules are told of a ticket, as it stands when they are told. */
final class TicketEvents {

  private TicketEvents() {}

  static TicketOpened opened(Ticket ticket) {
    TicketProperties properties = ticket.properties();
    return new TicketOpened(
        ticket.id(),
        ticket.numberText(),
        ticket.customerId(),
        properties.priority(),
        properties.tags(),
        properties.teamId(),
        ticket.createdAt());
  }

  static TicketChanged changed(Ticket ticket, Instant at) {
    TicketProperties properties = ticket.properties();
    return new TicketChanged(
        ticket.id(),
        ticket.numberText(),
        ticket.customerId(),
        properties.priority(),
        properties.tags(),
        properties.teamId(),
        properties.assigneeId(),
        ticket.watchers(),
        at);
  }

  static TicketTransitioned transitioned(Ticket ticket, TicketStatus from, Actor by, Instant at) {
    return new TicketTransitioned(
        ticket.id(), ticket.numberText(), from, ticket.status(), by.id(), ticket.watchers(), at);
  }

  static TicketCommented commented(Ticket ticket, TicketComment comment, Actor by, Instant at) {
    return new TicketCommented(
        ticket.id(),
        ticket.numberText(),
        comment.id(),
        comment.isByAgent(),
        by.isCustomer(),
        comment.visibility(),
        ticket.status(),
        ticket.life().firstAnsweredAt() != null,
        ticket.watchers(),
        at);
  }

  static TicketMerged merged(Ticket ticket, Ticket into, Instant at) {
    return new TicketMerged(
        ticket.id(), ticket.numberText(), into.id(), into.numberText(), ticket.watchers(), at);
  }
}
