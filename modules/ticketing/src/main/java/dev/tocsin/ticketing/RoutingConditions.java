package dev.tocsin.ticketing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a routing rule applies: every condition given must hold, by any of its values; a rule
 * without conditions always applies.
 *
 * @param tag the ticket has one of them
 * @param words one of them stands in subject or body, whatever its case
 * @param requesterDomain the part after the {@code @} of the requester's address
 */
public record RoutingConditions(
    @Nullable List<Priority> priority,
    @Nullable List<String> tag,
    @Nullable List<UUID> customerId,
    @Nullable List<String> words,
    @Nullable List<String> requesterDomain) {

  /** Returns the conditions that always hold. */
  public static RoutingConditions always() {
    return new RoutingConditions(null, null, null, null, null);
  }

  /** Returns the condition that the priority is one of these. */
  public static RoutingConditions priorities(Priority... any) {
    return new RoutingConditions(List.of(any), null, null, null, null);
  }
}
