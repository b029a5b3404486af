package dev.tocsin.ticketing.links;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.time.Times;
import dev.tocsin.ticketing.internal.Journal;
import dev.tocsin.ticketing.internal.Ticket;
import dev.tocsin.ticketing.internal.TicketStore;
import dev.tocsin.ticketing.internal.TwoTickets;
import dev.tocsin.ticketing.internal.links.Link;
import dev.tocsin.ticketing.internal.links.Links;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Links tickets, which may be of different customers; each customer sees the links to its own.
 *
 * <p>A link is told at both of its ends. Who works here makes and removes them.
 */
@Stateless
public class TicketLinks {

  @Inject private Clock clock;
  @Inject private TicketStore store;
  @Inject private Links links;
  @Inject private Journal journal;

  /** Returns a ticket's links to those tickets that the actor may see, oldest first. */
  @TransactionAttribute(SUPPORTS)
  public List<LinkView> list(Actor actor, String ref) {
    Ticket ticket = store.require(actor, ref);
    return links.of(ticket.id()).stream()
        .flatMap(link -> store.find(actor, link.from(ticket.id())).map(link::view).stream())
        .toList();
  }

  /**
   * Links two tickets.
   *
   * @throws dev.tocsin.platform.error.Rejected when the other one is unknown, or the same
   * @throws dev.tocsin.platform.error.Conflict {@code linked} when they are linked so already,
   *     {@code has_parent} when the child has one, {@code circular_parent} when the parent is a
   *     part of the child
   */
  public LinkView add(Actor actor, String ref, LinkTicket command) {
    store.require(actor, ref);
    actor.require(Role.ADMIN, Role.AGENT);
    Input.check(command);
    TwoTickets two = store.requireLocked(actor, ref, command.ticketId(), "/ticket_id");
    Link link = links.add(two, command.kind(), actor, Times.now(clock));
    journal.write(two);
    return link.view(two.other());
  }

  /**
   * Removes a link from both of its ends.
   *
   * @throws NotFound when this ticket has no such link
   */
  public void remove(Actor actor, String ref, UUID linkId) {
    UUID ticketId = store.require(actor, ref).id();
    actor.require(Role.ADMIN, Role.AGENT);
    String other = known(ticketId, linkId).from(ticketId).toString();
    TwoTickets two = store.requireLocked(actor, ref, other, "/ticket_id");
    links.remove(two, known(ticketId, linkId), actor, Times.now(clock)); // still there?
    journal.write(two);
  }

  private Link known(UUID ticketId, UUID linkId) {
    return links.find(ticketId, linkId).orElseThrow(() -> new NotFound("link"));
  }
}
