package dev.tocsin.ticketing.internal;

import dev.tocsin.platform.Unit;
import dev.tocsin.ticketing.TicketEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Writes what tickets remember into their history and announces it, in the order it happened. */
@Dependent
public class Journal {

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  @Inject private Event<TicketEvent> events;

  /** Writes and announces everything a ticket did since it was last asked. */
  public void write(Ticket ticket) {
    for (Fact fact : ticket.takeFacts()) {
      entityManager.persist(new HistoryRow(ticket.id(), fact));
      if (fact.event() != null) {
        events.fire(fact.event());
      }
    }
  }

  /** Writes and announces everything two tickets did, the one before the other. */
  public void write(TwoTickets two) {
    write(two.ticket());
    write(two.other());
  }
}
