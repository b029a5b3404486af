package dev.tocsin.schedules;

import java.util.List;
import java.util.UUID;

/**
 * What one layer says for itself, as if it stood alone.
 *
 * @param layerId of a schedule that is not stored, it is good within the same answer only
 * @param orderIndex lower is asked first
 * @param segments they tile the window
 */
public record LayerTimeline(
    UUID layerId, String name, int orderIndex, List<OnCallSegment> segments) {}
