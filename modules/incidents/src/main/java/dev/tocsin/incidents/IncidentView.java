package dev.tocsin.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident.
 *
 * @param number as people say it, {@code INC-7}
 * @param allowed the states that may follow
 * @param description what was said when it began
 * @param summary what is known now; begins as the description
 * @param groupKey what its alerts have in common; null when they are not grouped
 * @param createdByType {@code user}, {@code api_token} or {@code system}
 * @param resolvedAt when it was resolved or canceled
 */
public record IncidentView(
    UUID id,
    String number,
    long incidentNumber,
    String title,
    String slug,
    IncidentStatus status,
    List<IncidentStatus> allowed,
    IncidentSeverity severity,
    @Nullable String description,
    @Nullable String summary,
    @Nullable String groupKey,
    Map<String, String> labels,
    String createdByType,
    @Nullable UUID createdById,
    String createdByName,
    @Nullable UUID commanderId,
    @Nullable String commanderName,
    Instant triggeredAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant resolvedAt,
    Instant createdAt,
    int alertCount,
    long version) {}
