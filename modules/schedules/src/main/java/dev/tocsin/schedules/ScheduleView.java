package dev.tocsin.schedules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule with its layers, the first that is asked first.
 *
 * @param holidaysAsWeekend whether a holiday counts as a weekend
 * @param noticeLeadMinutes how long before a handoff people are told; null for as the setting says
 * @param overrides those that have not ended, in the order of their creation
 * @param unavailabilities those that have not ended, by first day
 */
public record ScheduleView(
    UUID id,
    String name,
    @Nullable String description,
    String timeZone,
    @Nullable UUID notificationChannelId,
    @Nullable UUID defaultEscalationPolicyId,
    List<String> holidayCountries,
    boolean holidaysAsWeekend,
    @Nullable Integer noticeLeadMinutes,
    List<LayerView> layers,
    List<OverrideView> overrides,
    List<UnavailabilityView> unavailabilities,
    Instant createdAt,
    long version) {}
