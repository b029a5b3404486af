package dev.tocsin.schedules;

import dev.tocsin.accounts.Warning;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A layer of a schedule; see {@link CreateLayer} for what the fields mean.
 *
 * @param warnings what is allowed but hardly meant, such as a participant twice
 */
public record LayerView(
    UUID id,
    UUID scheduleId,
    String name,
    int orderIndex,
    RotationType rotationType,
    int rotationLength,
    String rotationStart,
    @Nullable Duration shiftDuration,
    List<String> weekdays,
    int concurrent,
    List<Person> participants,
    List<Warning> warnings,
    long version) {}
