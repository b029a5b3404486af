package dev.tocsin.ticketing.internal;

import dev.tocsin.platform.Actor;
import dev.tocsin.ticketing.Visibility;
import java.time.Instant;

/** Two tickets that something is done to, both locked. */
public record TwoTickets(Ticket ticket, Ticket other) {

  /** Returns whether both are one customer's. */
  public boolean areOneCustomers() {
    return ticket.customerId().equals(other.customerId());
  }

  /**
   * Has both remember that they are linked, or no more; a customer does not read of another's.
   *
   * @param kind what the other is to the ticket
   * @param inverse what the ticket is to the other
   */
  public void linked(String kind, String inverse, boolean now, Actor by, Instant at) {
    Visibility readers = areOneCustomers() ? Visibility.PUBLIC : Visibility.INTERNAL;
    ticket.diary().linked(kind, other, now, readers, by, at);
    other.diary().linked(inverse, ticket, now, readers, by, at);
  }

  /** Has both remember that the other was made of what was said on the ticket. */
  public void split(Actor by, Instant at) {
    ticket.diary().split("split_off", other, by, at);
    other.diary().split("split_from", ticket, by, at);
  }
}
