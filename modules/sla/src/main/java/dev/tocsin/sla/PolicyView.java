package dev.tocsin.sla;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A policy; the first enabled one whose conditions hold is a ticket's.
 *
 * @param order its place, from 1
 * @param pauseMetrics empty is all
 * @param thresholds the bands announced before a deadline, widest first
 * @param recalculation only in the answer to an edit
 */
public record PolicyView(
    UUID id,
    String name,
    int order,
    boolean enabled,
    PolicyConditions conditions,
    List<PolicyTarget> targets,
    boolean pauseOnWaiting,
    List<Metric> pauseMetrics,
    boolean excludeResolvedTime,
    List<Threshold> thresholds,
    Instant createdAt,
    Instant updatedAt,
    long version,
    @Nullable RecalculationStarted recalculation) {

  /**
   * Returns whether two stands of a policy are asked at the same place and for the same tickets.
   */
  boolean isForTheSameAs(PolicyView other) {
    return order == other.order && enabled == other.enabled && conditions.equals(other.conditions);
  }

  /** Returns the same with the work that its edit set off. */
  public PolicyView with(RecalculationStarted work) {
    return new PolicyView(
        id,
        name,
        order,
        enabled,
        conditions,
        targets,
        pauseOnWaiting,
        pauseMetrics,
        excludeResolvedTime,
        thresholds,
        createdAt,
        updatedAt,
        version,
        work);
  }
}
