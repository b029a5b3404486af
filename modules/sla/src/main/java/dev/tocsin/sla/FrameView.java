package dev.tocsin.sla;

import java.time.Instant;

/**
 * One stretch of a clock's ledger.
 *
 * @param to where it ends; for the stretch going on, the moment of asking
 * @param reason why it counts or not: {@code running, waiting, resolved}
 */
public record FrameView(Instant from, Instant to, boolean counted, String reason) {}
