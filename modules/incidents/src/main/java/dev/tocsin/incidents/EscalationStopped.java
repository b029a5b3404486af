package dev.tocsin.incidents;

import java.time.Instant;
import java.util.UUID;

/**
 * Nobody more is paged for an incident, because somebody answered or it is over.
 *
 * @param reason {@code acknowledged}, {@code resolved}, {@code canceled}, {@code
 *     alert_acknowledged}, {@code superseded} or {@code policy_disabled}
 */
public record EscalationStopped(UUID incidentId, String number, String reason, Instant at)
    implements IncidentEvent {}
