package dev.tocsin.sla;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much working time a metric may take; positive.
 *
 * @param calendarId which hours count; null is every hour of every day
 */
public record PolicyTarget(
    @NotNull Metric metric, @NotNull Duration target, @Nullable UUID calendarId) {}
