package dev.tocsin.ticketing;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody spoke on a ticket.
 *
 * @param byAgent whether somebody who works here spoke; decided by the role, never by a name
 * @param byCustomer whether the customer spoke; neither is true of what the system says by itself
 * @param status where the ticket stood when it was said
 * @param answered whether an agent had answered in public before
 * @param watchers who wants to hear of it
 */
public record TicketCommented(
    UUID ticketId,
    String number,
    UUID commentId,
    boolean byAgent,
    boolean byCustomer,
    Visibility visibility,
    TicketStatus status,
    boolean answered,
    Set<UUID> watchers,
    Instant at)
    implements TicketEvent {

  public TicketCommented {
    watchers = Set.copyOf(watchers);
  }
}
