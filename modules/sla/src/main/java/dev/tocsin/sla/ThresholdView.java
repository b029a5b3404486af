package dev.tocsin.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A band before the deadline.
 *
 * @param announcedAt when it was announced; null if not
 * @param superseded true when a tighter one was announced in its place
 */
public record ThresholdView(
    String label, Instant at, @Nullable Instant announcedAt, @Nullable Boolean superseded) {}
