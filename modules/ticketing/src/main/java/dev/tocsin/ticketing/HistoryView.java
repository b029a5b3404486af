package dev.tocsin.ticketing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a ticket.
 *
 * @param actor the name of who did it
 * @param action {@code opened, matched, routed, changed, transitioned, commented, first_answered,
 *     reopened, linked, unlinked, watched, unwatched, merged, split, attached, detached,
 *     sla_threshold_reached, sla_breached, sla_breach_withdrawn}
 * @param changes what became of which property
 */
public record HistoryView(
    UUID id,
    Instant at,
    String actor,
    @Nullable UUID actorId,
    String action,
    Map<String, Shift> changes) {

  /** A property's value before and after; null where it had none. */
  public record Shift(@Nullable Object from, @Nullable Object to) {}

  public HistoryView {
    changes = Map.copyOf(changes);
  }
}
