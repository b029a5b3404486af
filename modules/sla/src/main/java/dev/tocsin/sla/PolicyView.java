package dev.tocsin.sla;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A policy; the first enabled one whose conditions hold is a ticket's.
 *
 * @param order its place, from 1
 * @param pauseMetrics empty is all
 * @param thresholds the bands announced before a deadline, widest first
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
    long version) {}
