package dev.tocsin.schedules;

import java.time.Instant;
import java.util.List;

/**
 * What a schedule that is not stored would do, by the same computation as if it were.
 *
 * @param to exclusive
 * @param segments the final schedule; they tile the window
 * @param layerTimelines each layer for itself, the first that is asked first
 * @param gaps when nobody would be on
 */
public record SchedulePreview(
    Instant from,
    Instant to,
    List<OnCallSegment> segments,
    List<LayerTimeline> layerTimelines,
    List<Gap> gaps,
    List<QualityWarning> warnings) {}
