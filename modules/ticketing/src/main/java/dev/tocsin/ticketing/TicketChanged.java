package dev.tocsin.ticketing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket's properties changed; carries those that decide which rules apply to it. */
public record TicketChanged(
    UUID ticketId,
    String number,
    UUID customerId,
    Priority priority,
    List<String> tags,
    @Nullable UUID teamId,
    @Nullable UUID assigneeId,
    Instant at)
    implements TicketEvent {

  public TicketChanged {
    tags = List.copyOf(tags);
  }
}
