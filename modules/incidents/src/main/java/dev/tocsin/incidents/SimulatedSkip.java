package dev.tocsin.incidents;

import java.time.Instant;

/**
 * A tier that would be passed over.
 *
 * @param why why it reaches nobody
 */
public record SimulatedSkip(int tierIndex, int repeat, Instant at, String why) {}
