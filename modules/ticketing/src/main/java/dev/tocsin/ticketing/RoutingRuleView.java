package dev.tocsin.ticketing;

import java.time.Instant;
import java.util.UUID;

/**
 * A routing rule; the first enabled one whose conditions hold decides.
 *
 * @param order its place, from 1
 */
public record RoutingRuleView(
    UUID id,
    String name,
    int order,
    boolean enabled,
    RoutingConditions conditions,
    RoutingActions actions,
    Instant createdAt,
    Instant updatedAt,
    long version) {}
