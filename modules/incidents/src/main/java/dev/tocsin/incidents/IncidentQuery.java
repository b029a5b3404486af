package dev.tocsin.incidents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents are wanted; what is null does not matter.
 *
 * @param createdAfter inclusive
 * @param createdBefore exclusive
 * @param q words in the title or summary, without case, or a number such as {@code INC-7}
 * @param open true for triggered and acknowledged ones, false for the others
 */
public record IncidentQuery(
    @Nullable IncidentStatus status,
    @Nullable IncidentSeverity severity,
    @Nullable Instant createdAfter,
    @Nullable Instant createdBefore,
    @Nullable String q,
    @Nullable Boolean open) {

  /** Return the query that every incident matches. */
  public static IncidentQuery all() {
    return new IncidentQuery(null, null, null, null, null, null);
  }
}
