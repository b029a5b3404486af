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
 * @param recalculation only in the answer to an edit
 */
public record CalendarView(
    UUID id,
    String name,
    String timeZone,
    @Nullable Map<String, List<List<String>>> weekly,
    List<Holiday> holidays,
    Instant createdAt,
    Instant updatedAt,
    long version,
    @Nullable RecalculationStarted recalculation) {

  /** Returns the same with the work that its edit set off. */
  public CalendarView with(RecalculationStarted work) {
    return new CalendarView(
        id, name, timeZone, weekly, holidays, createdAt, updatedAt, version, work);
  }
}
