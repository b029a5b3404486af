package dev.tocsin.incidents;

import java.time.Instant;
import java.util.UUID;

/** An incident was resolved, by a person or because all its alerts are. */
public record IncidentResolved(
    UUID incidentId, String number, String title, IncidentSeverity severity, Instant at)
    implements IncidentEvent {}
