package dev.tocsin.schedules;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks what a schedule would do that is not stored.
 *
 * @param from null for now
 * @param to exclusive; null for seven days after {@code from}; at most 400 days after it
 */
public record PreviewSchedule(
    @NotNull @Valid CreateSchedule schedule, @Nullable Instant from, @Nullable Instant to) {}
