package dev.tocsin.ticketing.internal;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Unit;
import dev.tocsin.ticketing.ClockNote;
import dev.tocsin.ticketing.HistoryView.Shift;
import dev.tocsin.ticketing.TicketEvent;
import dev.tocsin.ticketing.Visibility;
import dev.tocsin.ticketing.internal.Fact.Action;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes what tickets did into their history and announces it, in the order it happened. */
@Dependent
public class Journal {

  private static final Actor CLOCKS = Actor.system("sla");

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  @Inject private Event<TicketEvent> events;

  /** Writes what became of a clock; that is announced by those who found it. */
  public void write(UUID ticketId, ClockNote note) {
    Map<String, Shift> changes = new LinkedHashMap<>();
    changes.put("metric", new Shift(null, note.metric()));
    changes.put("due_at", new Shift(null, note.dueAt().toString()));
    if (note.band() != null) {
      changes.put("band", new Shift(null, note.band()));
    }
    Action action =
        switch (note.kind()) {
          case THRESHOLD_REACHED -> Action.SLA_THRESHOLD_REACHED;
          case BREACHED -> Action.SLA_BREACHED;
          case BREACH_WITHDRAWN -> Action.SLA_BREACH_WITHDRAWN;
        };
    entityManager.persist(
        new HistoryRow(
            ticketId, new Fact(CLOCKS, note.at(), action, Visibility.INTERNAL, changes, null)));
  }

  /** Writes and announces everything a ticket did since it was last asked. */
  public void write(Ticket ticket) {
    for (Fact fact : ticket.diary().take()) {
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

  /** Returns what happened to a ticket, as far as the actor may know, oldest first. */
  public List<HistoryRow> read(Actor actor, UUID ticketId) {
    return entityManager
        .createQuery(
            "SELECT h FROM HistoryRow h WHERE h.ticketId = :ticket"
                + " AND h.visibility IN :readable ORDER BY h.id",
            HistoryRow.class)
        .setParameter("ticket", ticketId)
        .setParameter("readable", CommentStore.readable(actor))
        .getResultList();
  }
}
