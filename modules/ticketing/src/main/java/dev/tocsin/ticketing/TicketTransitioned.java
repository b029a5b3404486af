package dev.tocsin.ticketing;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A ticket moved from one state to another.
 *
 * @param watchers who wants to hear of it
 */
public record TicketTransitioned(
    UUID ticketId,
    String number,
    TicketStatus from,
    TicketStatus to,
    Set<UUID> watchers,
    Instant at)
    implements TicketEvent {

  public TicketTransitioned {
    watchers = Set.copyOf(watchers);
  }
}
