package dev.tocsin.schedules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who is on call throughout a window.
 *
 * @param to exclusive
 * @param segments they tile the window; like neighbours are merged
 */
public record OnCallTimeline(
    UUID scheduleId, Instant from, Instant to, List<OnCallSegment> segments) {}
