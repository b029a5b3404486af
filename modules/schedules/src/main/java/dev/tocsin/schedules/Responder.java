package dev.tocsin.schedules;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person whom a schedule names for whatever nothing else routes.
 *
 * @param defaultEscalationPolicyId the schedule's; null when it has none
 */
public record Responder(
    UUID scheduleId,
    String scheduleName,
    @Nullable UUID defaultEscalationPolicyId,
    UUID userId,
    String userName) {}
