package dev.tocsin.ticketing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket was opened; priority, tags and team are those after routing. */
public record TicketOpened(
    UUID ticketId,
    String number,
    UUID customerId,
    Priority priority,
    List<String> tags,
    @Nullable UUID teamId,
    Instant at)
    implements TicketEvent {

  public TicketOpened {
    tags = List.copyOf(tags);
  }
}
