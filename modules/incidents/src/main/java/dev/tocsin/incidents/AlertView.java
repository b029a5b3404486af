package dev.tocsin.incidents;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert.
 *
 * @param receivedAt when it was first seen; never changes
 * @param lastReceivedAt when its source last told of it
 * @param episode 1, and one more each time it fires again after it was resolved
 * @param incidentId the incident of its present episode; null for none
 */
public record AlertView(
    UUID id,
    String source,
    String externalId,
    String fingerprint,
    AlertStatus status,
    AlertSeverity severity,
    String title,
    @Nullable String description,
    Map<String, String> labels,
    Map<String, String> annotations,
    Instant startedAt,
    @Nullable Instant endedAt,
    Instant receivedAt,
    Instant lastReceivedAt,
    AcknowledgmentStatus acknowledgmentStatus,
    @Nullable String acknowledgedBy,
    @Nullable Instant acknowledgedAt,
    int episode,
    @Nullable UUID incidentId,
    @Nullable String incidentNumber,
    long version) {}
