package dev.tocsin.sla.internal;

import dev.tocsin.platform.Actor;
import dev.tocsin.sla.Metric;
import dev.tocsin.ticketing.TicketChanged;
import dev.tocsin.ticketing.TicketCommented;
import dev.tocsin.ticketing.TicketMerged;
import dev.tocsin.ticketing.TicketOpened;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketTransitioned;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;

/** Hears what happens to tickets and moves their clocks, inside the same transaction. */
@ApplicationScoped
public class TicketObserver {

  private static final Actor READER = Actor.system("sla");

  @Inject private Policies policies;
  @Inject private ClockKeeper keeper;
  @Inject private Ticketing tickets;

  /** Starts the clocks of a new ticket. */
  public void opened(@Observes TicketOpened event) {
    Subject ticket = Subject.of(event);
    policies.policyFor(ticket.facts()).ifPresent(policy -> keeper.open(ticket, policy, event.at()));
  }

  /** Lets what was said in public meet clocks, and begin others. */
  public void commented(@Observes TicketCommented event) {
    if (event.visibility() != Visibility.PUBLIC || !(event.byAgent() || event.byCustomer())) {
      return;
    }
    Standing standing =
        new Standing(
            event.answered(),
            event.status() == TicketStatus.WAITING,
            event.status() == TicketStatus.RESOLVED,
            event.status() == TicketStatus.CLOSED);
    keeper.said(
        event.ticketId(),
        event.byAgent() ? Happening.AGENT_REPLIED : Happening.CUSTOMER_REPLIED,
        standing,
        exchanging(event),
        event.at());
  }

  /** Returns the ticket when somebody may have promised it another exchange; else not asked for. */
  private Optional<Subject> exchanging(TicketCommented event) {
    return policies.anyPromises(Metric.NEXT_RESPONSE, Metric.PERIODIC_UPDATE)
        ? Optional.of(Subject.of(tickets.require(READER, event.ticketId().toString())))
        : Optional.empty();
  }

  /** Ends the clocks of a ticket that another one takes over. */
  public void merged(@Observes TicketMerged event) {
    keeper.cancel(event.ticketId(), event.at());
  }

  /** Pauses, resumes, ends or reopens clocks as the ticket moves. */
  public void moved(@Observes TicketTransitioned event) {
    Happening.of(event.from(), event.to())
        .ifPresent(what -> keeper.happened(event.ticketId(), what, event.at()));
  }

  /** Lets clocks run by the policy that the ticket has now. */
  public void changed(@Observes TicketChanged event) {
    keeper.follow(Subject.of(event), event.at());
  }
}
