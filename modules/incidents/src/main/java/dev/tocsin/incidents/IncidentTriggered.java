package dev.tocsin.incidents;

import java.time.Instant;
import java.util.UUID;

/** An incident was opened. */
public record IncidentTriggered(
    UUID incidentId, String number, String title, IncidentSeverity severity, Instant at)
    implements IncidentEvent {}
