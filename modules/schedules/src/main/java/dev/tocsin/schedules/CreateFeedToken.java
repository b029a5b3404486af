package dev.tocsin.schedules;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes a token that opens calendar feeds: one feed, or every feed its owner may read.
 *
 * @param name what it is for, for example the calendar that subscribes
 * @param scheduleId opens this schedule's feed only
 * @param userId opens this user's feed only; not together with {@code scheduleId}
 */
public record CreateFeedToken(
    @Nullable @Size(max = 200) String name, @Nullable UUID scheduleId, @Nullable UUID userId) {}
