package dev.tocsin.sla;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A calendar: which hours of which days count.
 *
 * @param weekly frames by weekday, from {@code mon}; null is every hour of every day
 * @param holidays by date
 */
public record CalendarView(
    UUID id,
    String name,
    String timeZone,
    @Nullable Map<String, List<List<String>>> weekly,
    List<Holiday> holidays,
    Instant createdAt,
    Instant updatedAt,
    long version) {}
