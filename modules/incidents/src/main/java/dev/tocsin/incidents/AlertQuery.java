package dev.tocsin.incidents;

import org.jspecify.annotations.Nullable;

/**
 * Which alerts are wanted; what is null does not matter.
 *
 * @param incidentId an incident's id or number
 * @param q words in the title, the external id or the description, without case
 */
public record AlertQuery(
    @Nullable String source,
    @Nullable AlertStatus status,
    @Nullable AlertSeverity severity,
    @Nullable String incidentId,
    @Nullable String q) {

  /** Return the query that every alert matches. */
  public static AlertQuery all() {
    return new AlertQuery(null, null, null, null, null);
  }
}
