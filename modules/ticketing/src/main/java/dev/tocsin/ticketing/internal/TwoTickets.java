package dev.tocsin.ticketing.internal;

import dev.tocsin.platform.Actor;
import dev.tocsin.ticketing.HistoryView.Shift;
import dev.tocsin.ticketing.Visibility;
import java.time.Instant;
import java.util.Map;

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
    Fact.Action action = now ? Fact.Action.LINKED : Fact.Action.UNLINKED;
    Visibility readers = areOneCustomers() ? Visibility.PUBLIC : Visibility.INTERNAL;
    ticket.remember(by, at, action, readers, shift(kind, other, now), null);
    other.remember(by, at, action, readers, shift(inverse, ticket, now), null);
  }

  /** Has both remember that the other was made of what was said on the ticket. */
  public void split(Actor by, Instant at) {
    ticket.remember(
        by, at, Fact.Action.SPLIT, Visibility.PUBLIC, shift("split_off", other, true), null);
    other.remember(
        by, at, Fact.Action.SPLIT, Visibility.PUBLIC, shift("split_from", ticket, true), null);
  }

  private static Map<String, Shift> shift(String kind, Ticket end, boolean now) {
    String number = end.numberText();
    return Map.of(kind, now ? new Shift(null, number) : new Shift(number, null));
  }
}
