package dev.tocsin.ticketing.internal;

import dev.tocsin.ticketing.TicketSummary;
import dev.tocsin.ticketing.TicketView;

/** A ticket as readers see it, whole or as one row of a list. */
final class TicketViews {

  private TicketViews() {}

  static TicketView view(Ticket ticket) {
    TicketProperties properties = ticket.properties();
    LifeCycle life = ticket.life();
    return new TicketView(
        ticket.id(),
        ticket.numberText(),
        ticket.customerId(),
        properties.subject(),
        properties.body(),
        properties.priority(),
        life.status(),
        properties.tags(),
        properties.requester(),
        properties.assigneeId(),
        properties.teamId(),
        properties.customFields(),
        ticket.slaState(),
        ticket.createdAt(),
        ticket.updatedAt(),
        life.firstAnsweredAt(),
        life.resolvedAt(),
        life.reopenedAt(),
        life.closedAt(),
        ticket.mergedInto(),
        ticket.version());
  }

  static TicketSummary summary(Ticket ticket) {
    TicketProperties properties = ticket.properties();
    return new TicketSummary(
        ticket.id(),
        ticket.numberText(),
        ticket.customerId(),
        properties.subject(),
        properties.priority(),
        ticket.status(),
        properties.tags(),
        properties.requester(),
        properties.assigneeId(),
        properties.teamId(),
        ticket.slaState(),
        ticket.createdAt(),
        ticket.updatedAt(),
        ticket.version());
  }
}
