package dev.tocsin.ticketing.internal;

import dev.tocsin.ticketing.HistoryView.Shift;
import dev.tocsin.ticketing.Priority;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What routing makes of a ticket; what is null or empty stays as it is.
 *
 * @param why the reasons that the history tells, by what they are for
 */
record RoutingDecision(
    @Nullable UUID ruleId,
    @Nullable UUID teamId,
    @Nullable UUID assigneeId,
    @Nullable Priority priority,
    List<String> tags,
    Map<String, String> why) {

  /** The decision that changes nothing. */
  static final RoutingDecision NONE =
      new RoutingDecision(null, null, null, null, List.of(), Map.of());

  boolean findsSomebody() {
    return teamId != null || assigneeId != null;
  }

  RoutingDecision withAssignee(UUID to, String because) {
    Map<String, String> reasons = new java.util.TreeMap<>(why);
    reasons.put("assignee", because);
    return new RoutingDecision(ruleId, teamId, to, priority, tags, reasons);
  }

  /** Returns the reasons as a history keeps them. */
  Map<String, Shift> reasons() {
    return why.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Shift(null, entry.getValue())));
  }
}
