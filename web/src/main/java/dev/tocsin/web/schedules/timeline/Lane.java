package dev.tocsin.web.schedules.timeline;

import java.util.List;

/**
 * One row of a timeline.
 *
 * @param name a layer's name; empty for the other kinds
 * @param bars in order of time, without overlap
 */
public record Lane(LaneKind kind, String name, List<Bar> bars) {}
