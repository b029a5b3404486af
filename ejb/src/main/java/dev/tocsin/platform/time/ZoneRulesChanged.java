package dev.tocsin.platform.time;

import org.jspecify.annotations.Nullable;

/**
 * The time zone rules are others than when this system last ran: due times that were computed from
 * local times may be wrong and are to be computed anew.
 *
 * <p>Fired once for each change, inside a transaction, on one node.
 *
 * @param before null when it is not known
 */
public record ZoneRulesChanged(@Nullable String before, String now) {}
