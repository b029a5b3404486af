package dev.tocsin.sla;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/** How much working time a metric may take; positive. */
public record PolicyTarget(@NotNull Metric metric, @NotNull Duration target) {}
