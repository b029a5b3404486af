package dev.tocsin.schedules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule in a list, with who is on call and who follows.
 *
 * @param onCallNow empty when nobody is
 * @param until when that changes; null when it does not within the next 14 days
 * @param next who is on from then; null when it does not change, empty for nobody
 */
public record ScheduleSummary(
    UUID id,
    String name,
    String timeZone,
    int layerCount,
    List<Person> onCallNow,
    @Nullable Instant until,
    @Nullable List<Person> next,
    long version) {}
