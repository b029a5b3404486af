package dev.tocsin.sla.internal;

import dev.tocsin.persistence.Code;
import dev.tocsin.sla.SlaBreached;
import dev.tocsin.sla.SlaThresholdReached;
import dev.tocsin.ticketing.ClockNote;
import dev.tocsin.ticketing.ClockNote.Kind;
import dev.tocsin.ticketing.Ticketing;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;

/** Writes into the histories of tickets which bands and deadlines were told of, and taken back. */
@Dependent
public class TicketNotes {

  @Inject private Ticketing tickets;

  void entered(@Observes SlaThresholdReached event) {
    tickets.noteClock(
        event.ticketId(),
        new ClockNote(
            Kind.THRESHOLD_REACHED,
            Code.of(event.metric()),
            event.label(),
            event.dueAt(),
            event.at()));
  }

  void missed(@Observes SlaBreached event) {
    tickets.noteClock(
        event.ticketId(),
        new ClockNote(Kind.BREACHED, Code.of(event.metric()), null, event.dueAt(), event.at()));
  }

  /** Writes that a deadline is missed that was missed, and announced, once before. */
  void missed(SlaClock clock, Instant dueAt, Instant at) {
    note(Kind.BREACHED, clock, dueAt, at);
  }

  /** Writes that a missed deadline is none any more. */
  void withdrawn(SlaClock clock, Instant dueAt, Instant at) {
    note(Kind.BREACH_WITHDRAWN, clock, dueAt, at);
  }

  private void note(Kind kind, SlaClock clock, Instant dueAt, Instant at) {
    tickets.noteClock(
        clock.ticketId(), new ClockNote(kind, Code.of(clock.metric()), null, dueAt, at));
  }
}
