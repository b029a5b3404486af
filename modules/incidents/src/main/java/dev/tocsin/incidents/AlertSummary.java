package dev.tocsin.incidents;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert in a list.
 *
 * @param incidentId the incident of its present episode; null for none
 */
public record AlertSummary(
    UUID id,
    String source,
    String externalId,
    AlertStatus status,
    AlertSeverity severity,
    String title,
    Map<String, String> labels,
    Instant startedAt,
    @Nullable Instant endedAt,
    Instant receivedAt,
    AcknowledgmentStatus acknowledgmentStatus,
    @Nullable UUID incidentId,
    @Nullable String incidentNumber) {}
