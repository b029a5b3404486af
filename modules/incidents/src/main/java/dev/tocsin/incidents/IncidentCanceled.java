package dev.tocsin.incidents;

import java.time.Instant;
import java.util.UUID;

/** An incident was canceled, because it was none. */
public record IncidentCanceled(
    UUID incidentId, String number, String title, IncidentSeverity severity, Instant at)
    implements IncidentEvent {}
