package dev.tocsin.incidents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who would be paged by a policy if nobody answered.
 *
 * @param steps the pages, in order
 * @param skipped the tiers that would be passed over because they reach nobody
 * @param exhaustedAt when nobody would be left to page
 */
public record SimulationView(
    UUID policyId,
    Instant at,
    List<SimulatedStep> steps,
    List<SimulatedSkip> skipped,
    Instant exhaustedAt) {}
