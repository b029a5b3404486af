package dev.tocsin.schedules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who carries how much of a schedule, by the final schedule as it stands now.
 *
 * @param timeZone in whose days and nights hours are sorted into kinds
 * @param to exclusive
 * @param people by name; nobody who is not on at all
 */
public record DutyReport(
    UUID scheduleId,
    String scheduleName,
    String timeZone,
    Instant from,
    Instant to,
    List<DutyShare> people) {}
