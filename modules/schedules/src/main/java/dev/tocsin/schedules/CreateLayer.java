package dev.tocsin.schedules;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds a layer to a schedule.
 *
 * @param orderIndex lower is asked first; null puts it last
 * @param rotationLength steps of the type between two handoffs; null means 1, the only length of a
 *     custom rotation
 * @param rotationStart ISO; without an offset local time of the schedule's zone, from which the
 *     rotation extends in both directions; with one, nobody is on before that instant
 * @param shiftDuration for a custom rotation its period; for others how long a shift lasts from its
 *     handoff, null (or the whole period) for until the next one
 * @param weekdays {@code mon} to {@code sun}: local days on which a shift may start; null or empty
 *     for all
 * @param concurrent how many are on at once; null means 1
 * @param participants in the order of their turns; one may come more than once
 */
public record CreateLayer(
    @NotBlank @Size(max = 200) String name,
    @Nullable @Min(0) @Max(100_000) Integer orderIndex,
    @NotNull RotationType rotationType,
    @Nullable @Min(1) @Max(10_000) Integer rotationLength,
    @NotBlank String rotationStart,
    @Nullable Duration shiftDuration,
    @Nullable @Size(max = 7)
        List<@NotNull @Pattern(regexp = "mon|tue|wed|thu|fri|sat|sun") String> weekdays,
    @Nullable @Min(1) @Max(100) Integer concurrent,
    @Nullable @Size(max = 1000) List<@NotNull @Valid Person> participants) {}
