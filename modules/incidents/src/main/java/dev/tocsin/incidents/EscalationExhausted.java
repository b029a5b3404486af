package dev.tocsin.incidents;

import java.time.Instant;
import java.util.UUID;

/**
 * A policy has come to its end and nobody has answered; somebody should be told.
 *
 * @param anybodyPaged false when no tier reached anybody at all
 */
public record EscalationExhausted(
    UUID incidentId,
    String number,
    String title,
    IncidentSeverity severity,
    UUID policyId,
    boolean anybodyPaged,
    Instant at)
    implements IncidentEvent {}
