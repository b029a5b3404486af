package dev.tocsin.incidents;

import java.time.Instant;
import java.util.UUID;

/** An incident has opened and no escalation policy fits it; somebody should be told. */
public record NobodyPaged(
    UUID incidentId, String number, String title, IncidentSeverity severity, Instant at)
    implements IncidentEvent {}
