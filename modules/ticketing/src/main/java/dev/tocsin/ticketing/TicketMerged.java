package dev.tocsin.ticketing;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A ticket was taken over by another, which has what was said on it; told before it is closed.
 *
 * @param intoId the ticket that goes on
 * @param watchers who wanted to hear of the one that ends
 */
public record TicketMerged(
    UUID ticketId, String number, UUID intoId, String intoNumber, Set<UUID> watchers, Instant at)
    implements TicketEvent {

  public TicketMerged {
    watchers = Set.copyOf(watchers);
  }
}
