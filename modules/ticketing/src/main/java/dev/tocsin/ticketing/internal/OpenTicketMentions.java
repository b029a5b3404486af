package dev.tocsin.ticketing.internal;

import dev.tocsin.accounts.CustomerDeleted;
import dev.tocsin.accounts.UserMentions;
import dev.tocsin.accounts.Warning;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.ticketing.TicketStatus;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Tells the accounts what tickets still need of them. */
@Dependent
public class OpenTicketMentions implements UserMentions {

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  @Override
  public List<Warning> mentionsOf(UUID userId) {
    long open = openTicketsOf(userId);
    return open == 0
        ? List.of()
        : List.of(new Warning("open_tickets", "Still the assignee of " + open + " open tickets."));
  }

  /** Keeps a customer that has tickets. */
  void keep(@Observes CustomerDeleted deleted) {
    if (hasTickets(deleted.customerId())) {
      throw new Conflict("in_use", "This customer has tickets.");
    }
  }

  private long openTicketsOf(UUID userId) {
    return entityManager
        .createQuery(
            "SELECT COUNT(t) FROM Ticket t WHERE t.properties.assigneeId = :user"
                + " AND t.life.status <> :closed",
            Long.class)
        .setParameter("user", userId)
        .setParameter("closed", TicketStatus.CLOSED)
        .getSingleResult();
  }

  private boolean hasTickets(UUID customerId) {
    return !entityManager
        .createQuery("SELECT t.id FROM Ticket t WHERE t.customerId = :customer", UUID.class)
        .setParameter("customer", customerId)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
