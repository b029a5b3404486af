package dev.tocsin.incidents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a policy for an incident.
 *
 * @param state {@code active}, {@code stopped} or {@code exhausted}
 * @param tierIndex the tier that is paged next, unless somebody answers before {@code dueAt}
 * @param repeat how often the policy has begun anew for this incident
 * @param dueAt null once it has ended
 * @param reason why it ended; null while it is active
 */
public record EscalationView(
    UUID id,
    UUID incidentId,
    UUID policyId,
    String policyName,
    String state,
    int tierIndex,
    int repeat,
    @Nullable Instant dueAt,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String reason) {}
