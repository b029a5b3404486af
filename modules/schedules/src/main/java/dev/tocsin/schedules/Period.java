package dev.tocsin.schedules;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param end exclusive, after {@code start}
 */
public record Period(@NotNull Instant start, @NotNull Instant end) {}
