package dev.tocsin.incidents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident in a list.
 *
 * @param number as people say it, {@code INC-7}
 * @param resolvedAt when it was resolved or canceled
 */
public record IncidentSummary(
    UUID id,
    String number,
    long incidentNumber,
    String title,
    String slug,
    IncidentStatus status,
    IncidentSeverity severity,
    @Nullable UUID commanderId,
    @Nullable String commanderName,
    int alertCount,
    Instant triggeredAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant resolvedAt,
    Instant createdAt,
    long version) {}
