package dev.tocsin.ticketing.internal;

import dev.tocsin.accounts.CustomerDeleted;
import dev.tocsin.accounts.UserMentions;
import dev.tocsin.accounts.Warning;
import dev.tocsin.platform.error.Conflict;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Tells the accounts what tickets still need of them. */
@Dependent
public class OpenTicketMentions implements UserMentions {

  @Inject private TicketStore store;

  @Override
  public List<Warning> mentionsOf(UUID userId) {
    long open = store.openTicketsOf(userId);
    return open == 0
        ? List.of()
        : List.of(new Warning("open_tickets", "Still the assignee of " + open + " open tickets."));
  }

  /** Keeps a customer that has tickets. */
  void keep(@Observes CustomerDeleted deleted) {
    if (store.hasTickets(deleted.customerId())) {
      throw new Conflict("in_use", "This customer has tickets.");
    }
  }
}
