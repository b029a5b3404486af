package dev.tocsin.schedules;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes a layer; what is null stays. Fields are those of {@link CreateLayer}.
 *
 * @param shiftDuration zero makes shifts last until the next handoff
 * @param participants when given, they replace all at once
 */
public record ChangeLayer(
    @Nullable @Size(min = 1, max = 200) String name,
    @Nullable @Min(0) @Max(100_000) Integer orderIndex,
    @Nullable RotationType rotationType,
    @Nullable @Min(1) @Max(10_000) Integer rotationLength,
    @Nullable String rotationStart,
    @Nullable Duration shiftDuration,
    @Nullable @Size(max = 7)
        List<@NotNull @Pattern(regexp = "mon|tue|wed|thu|fri|sat|sun") String> weekdays,
    @Nullable @Min(1) @Max(100) Integer concurrent,
    @Nullable @Size(max = 1000) List<@NotNull @Valid Person> participants) {}
