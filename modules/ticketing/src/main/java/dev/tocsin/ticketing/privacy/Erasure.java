package dev.tocsin.ticketing.privacy;

import java.time.Instant;
import java.util.Map;

/**
 * What was done to forget a person.
 *
 * @param erased how many of what were changed or deleted
 * @param accountRemains whether a user account has this email; people who sign in are deactivated
 *     by an administrator, and never deleted
 */
public record Erasure(Instant at, Map<String, Integer> erased, boolean accountRemains) {}
