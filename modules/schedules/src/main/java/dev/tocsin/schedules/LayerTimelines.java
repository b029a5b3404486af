package dev.tocsin.schedules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Every layer's own schedule of a window, and what comes out of them and the overrides.
 *
 * @param layers by layer id, the first that is asked first
 * @param effective the final schedule
 */
public record LayerTimelines(
    UUID scheduleId,
    Instant from,
    Instant to,
    Map<UUID, List<OnCallSegment>> layers,
    List<OnCallSegment> effective) {}
