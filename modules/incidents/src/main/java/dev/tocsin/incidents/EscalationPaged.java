package dev.tocsin.incidents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * People are paged for an incident.
 *
 * <p>Incident, tier and repeat occur together only once: a second escalation of the same incident
 * goes on counting repeats.
 *
 * @param repeat how often a policy has begun anew for this incident
 * @param userIds at least one, each once
 */
public record EscalationPaged(
    UUID incidentId,
    String number,
    String title,
    IncidentSeverity severity,
    UUID policyId,
    int tierIndex,
    int repeat,
    List<UUID> userIds,
    Instant at)
    implements IncidentEvent {}
