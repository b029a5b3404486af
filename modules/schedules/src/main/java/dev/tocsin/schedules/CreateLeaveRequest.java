package dev.tocsin.schedules;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for days without shifts.
 *
 * @param requesterId whose leave it is; null means the caller's, somebody else's only an admin may
 *     ask for
 * @param startDate a local day of the schedule's zone
 * @param endDate inclusive, not before today
 */
public record CreateLeaveRequest(
    @Nullable UUID requesterId,
    @NotNull LocalDate startDate,
    @NotNull LocalDate endDate,
    @Nullable @Size(max = 2000) String reason) {}
