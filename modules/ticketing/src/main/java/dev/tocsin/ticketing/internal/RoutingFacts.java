package dev.tocsin.ticketing.internal;

import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.TryRouting;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What routing rules know of a ticket.
 *
 * @param text subject and body
 */
public record RoutingFacts(
    Priority priority,
    List<String> tags,
    UUID customerId,
    String text,
    @Nullable String requesterEmail) {

  /** Returns what would be known of a ticket that need not exist. */
  public static RoutingFacts of(TryRouting command) {
    return new RoutingFacts(
        command.priority(),
        Tags.of(command.tags()),
        command.customerId(),
        Objects.requireNonNullElse(command.subject(), "")
            + "\n"
            + Objects.requireNonNullElse(command.body(), ""),
        command.requesterEmail());
  }
}
