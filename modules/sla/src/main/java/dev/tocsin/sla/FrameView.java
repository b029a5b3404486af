package dev.tocsin.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of a clock's ledger.
 *
 * @param to where it ends; for the stretch going on, the moment of asking
 * @param reason why it counts or not: {@code running, waiting, resolved}, and of what would count
 *     but for its calendar {@code outside_hours, holiday}
 * @param holiday what the holiday is called; null when it has no name, or is none
 */
public record FrameView(
    Instant from, Instant to, boolean counted, String reason, @Nullable String holiday) {}
