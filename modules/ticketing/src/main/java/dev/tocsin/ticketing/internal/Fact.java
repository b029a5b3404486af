package dev.tocsin.ticketing.internal;

import dev.tocsin.platform.Actor;
import dev.tocsin.ticketing.HistoryView.Shift;
import dev.tocsin.ticketing.TicketEvent;
import dev.tocsin.ticketing.Visibility;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket's {@link Diary} tells of one verb until its {@link Journal} writes and announces
 * it.
 *
 * @param event null for what only the history tells
 */
record Fact(
    Actor by,
    Instant at,
    Action action,
    Visibility visibility,
    Map<String, Shift> changes,
    @Nullable TicketEvent event) {

  /** What can happen to a ticket. */
  enum Action {
    OPENED,
    /** A routing rule decided, and why; for those who work here. */
    MATCHED,
    ROUTED,
    CHANGED,
    TRANSITIONED,
    COMMENTED,
    FIRST_ANSWERED,
    REOPENED,
    LINKED,
    UNLINKED,
    WATCHED,
    UNWATCHED,
    MERGED,
    SPLIT,
    ATTACHED,
    DETACHED,
    SLA_THRESHOLD_REACHED,
    SLA_BREACHED,
    SLA_BREACH_WITHDRAWN
  }
}
