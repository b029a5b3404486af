package dev.tocsin.sla;

import java.time.Instant;
import java.util.UUID;

/**
 * A running clock entered a band before its deadline; announced once for each clock, due time and
 * band, inside the transaction that records it.
 *
 * @param label what the policy calls the band
 * @param at when it was found
 * @param late true when that was not in time: more than a minute after it was entered, or in place
 *     of wider bands that nobody was told of
 */
public record SlaThresholdReached(
    UUID clockId,
    UUID ticketId,
    String ticketNumber,
    Metric metric,
    String label,
    Instant dueAt,
    Instant at,
    boolean late) {}
