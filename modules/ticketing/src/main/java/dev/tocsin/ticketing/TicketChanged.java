package dev.tocsin.ticketing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's properties changed; carries those that decide which rules apply to it.
 *
 * @param watchers who wants to hear of it
 */
public record TicketChanged(
    UUID ticketId,
    String number,
    UUID customerId,
    Priority priority,
    List<String> tags,
    @Nullable UUID teamId,
    @Nullable UUID assigneeId,
    Set<UUID> watchers,
    Instant at)
    implements TicketEvent {

  public TicketChanged {
    tags = List.copyOf(tags);
    watchers = Set.copyOf(watchers);
  }
}
