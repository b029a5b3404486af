package dev.tocsin.sla;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A story to compute clocks of.
 *
 * @param events in the order of their times, the first of them {@code created}
 * @param at when to look; no event is later
 * @param pauseMetrics what pauses on {@code paused}; null or empty is all
 * @param excludeResolvedTime null is false
 */
public record SlaPreview(
    @NotNull @Valid Hours calendar,
    @NotEmpty @Size(max = 4) List<@NotNull @Valid Target> targets,
    @NotEmpty @Size(max = 1000) List<@NotNull @Valid Event> events,
    @NotNull Instant at,
    @Nullable List<@NotNull Metric> pauseMetrics,
    @Nullable Boolean excludeResolvedTime) {

  /** Which hours count: one of the calendars there are, or one that is only written here. */
  public record Hours(@Nullable UUID id, @Nullable @Valid CalendarDraft draft) {}

  /** How much working time a metric may take. */
  public record Target(@NotNull Metric metric, @NotNull Duration target) {}

  /**
   * One thing that happens.
   *
   * @param metric and {@code target}: for {@code target_changed} only
   * @param calendar for {@code calendar_changed} only
   */
  public record Event(
      @NotNull Instant at,
      @NotNull EventType type,
      @Nullable Metric metric,
      @Nullable Duration target,
      @Nullable @Valid Hours calendar) {}

  /** What may happen. */
  public enum EventType {
    CREATED,
    AGENT_REPLIED,
    CUSTOMER_REPLIED,
    PAUSED,
    RESUMED,
    TARGET_CHANGED,
    CALENDAR_CHANGED,
    RESOLVED,
    REOPENED,
    CLOSED
  }
}
