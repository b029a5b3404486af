package dev.tocsin.sla;

import org.jspecify.annotations.Nullable;

/**
 * How many promises of a kind were kept. Of several exchanges of a ticket the worst is counted.
 *
 * @param key a policy's, team's or customer's id, or the first day of a period; null for tickets
 *     without team, and for clocks that do not know
 * @param name what people call it
 * @param compliance the part of them that was kept, 0 to 1
 */
public record ComplianceRow(
    @Nullable String key, String name, Metric metric, long met, long breached, double compliance) {}
