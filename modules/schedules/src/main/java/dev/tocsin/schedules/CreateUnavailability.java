package dev.tocsin.schedules;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes a person out of the rotations for some days.
 *
 * @param userName or {@code userId}: one of the two is needed
 * @param startDate a local day of the schedule's zone
 * @param endDate inclusive
 */
public record CreateUnavailability(
    @Nullable @Size(max = 200) String userName,
    @Nullable UUID userId,
    @NotNull LocalDate startDate,
    @NotNull LocalDate endDate,
    @Nullable @Size(max = 2000) String reason) {}
