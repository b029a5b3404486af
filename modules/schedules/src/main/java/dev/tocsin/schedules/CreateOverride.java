package dev.tocsin.schedules;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts one person on call instead of whoever the layers name.
 *
 * @param userName or {@code userId}: one of the two is needed
 * @param end exclusive, after {@code start}
 */
public record CreateOverride(
    @Nullable @Size(max = 200) String userName,
    @Nullable UUID userId,
    @NotNull Instant start,
    @NotNull Instant end,
    @Nullable @Size(max = 2000) String reason) {}
