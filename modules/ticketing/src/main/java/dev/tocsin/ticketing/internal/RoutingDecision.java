package dev.tocsin.ticketing.internal;

import dev.tocsin.ticketing.Priority;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What routing makes of a ticket; what is null or empty stays as it is. */
record RoutingDecision(
    @Nullable UUID teamId,
    @Nullable UUID assigneeId,
    @Nullable Priority priority,
    List<String> tags) {

  /** The decision that changes nothing. */
  static final RoutingDecision NONE = new RoutingDecision(null, null, null, List.of());

  boolean findsSomebody() {
    return teamId != null || assigneeId != null;
  }

  RoutingDecision withAssignee(@Nullable UUID to) {
    return new RoutingDecision(teamId, to, priority, tags);
  }
}
