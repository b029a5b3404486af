package dev.tocsin.incidents.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.incidents.AlertSeverity;
import dev.tocsin.incidents.AlertStatus;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One alert as its source tells it, in our words.
 *
 * @param externalId how the source knows it again
 * @param startedAt null when the source does not say
 * @param endedAt null while it fires, and when the source does not say
 * @param raw the whole of it, as it came
 */
record IncomingAlert(
    String externalId,
    AlertStatus status,
    AlertSeverity severity,
    String title,
    @Nullable String description,
    Map<String, String> labels,
    Map<String, String> annotations,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    JsonNode raw) {}
