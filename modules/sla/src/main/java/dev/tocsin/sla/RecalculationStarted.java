package dev.tocsin.sla;

import java.util.UUID;

/**
 * The work that an edit set off; its progress is asked for by its id.
 *
 * @param total how many open clocks it will look at
 */
public record RecalculationStarted(UUID id, int total) {}
