package dev.tocsin.platform.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to list; every part that is null lets all pass.
 *
 * @param actor an actor's id or exact name
 * @param from inclusive
 * @param to exclusive
 */
public record AuditQuery(
    @Nullable String entityType,
    @Nullable String entityId,
    @Nullable String actor,
    @Nullable String action,
    @Nullable Instant from,
    @Nullable Instant to) {

  /** Everything. */
  public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, null);
}
