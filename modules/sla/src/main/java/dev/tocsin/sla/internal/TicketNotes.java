package dev.tocsin.sla.internal;

import dev.tocsin.persistence.Code;
import dev.tocsin.sla.SlaBreached;
import dev.tocsin.sla.SlaThresholdReached;
import dev.tocsin.ticketing.ClockNote;
import dev.tocsin.ticketing.Ticketing;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Writes into the histories of tickets which bands and deadlines were told of. */
@Dependent
public class TicketNotes {

  @Inject private Ticketing tickets;

  void entered(@Observes SlaThresholdReached event) {
    tickets.noteClock(
        event.ticketId(),
        new ClockNote(Code.of(event.metric()), event.label(), event.dueAt(), event.at()));
  }

  void missed(@Observes SlaBreached event) {
    tickets.noteClock(
        event.ticketId(), new ClockNote(Code.of(event.metric()), null, event.dueAt(), event.at()));
  }
}
