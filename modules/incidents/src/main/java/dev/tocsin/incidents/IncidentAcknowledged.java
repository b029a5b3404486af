package dev.tocsin.incidents;

import java.time.Instant;
import java.util.UUID;

/** An incident was taken by somebody. */
public record IncidentAcknowledged(
    UUID incidentId, String number, String title, IncidentSeverity severity, Instant at)
    implements IncidentEvent {}
