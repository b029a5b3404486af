package dev.tocsin.ticketing;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket moved from one state to another.
 *
 * @param by the user or token that moved it; null for the system and for who has no account
 * @param watchers who wants to hear of it
 */
public record TicketTransitioned(
    UUID ticketId,
    String number,
    TicketStatus from,
    TicketStatus to,
    @Nullable UUID by,
    Set<UUID> watchers,
    Instant at)
    implements TicketEvent {

  public TicketTransitioned {
    watchers = Set.copyOf(watchers);
  }
}
