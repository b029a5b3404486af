package dev.tocsin.schedules.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The final schedule, shift by shift.
 *
 * <p>A timeline merges like neighbours, so that one person's many shifts are one segment; a
 * calendar wants each by itself and under a name of its own. Who is on is still asked of the {@link
 * Roster} alone, once between any two instants at which that can change.
 */
final class FinalShifts {
  /** How far beyond the window a shift under way at its edge is followed. */
  static final Duration REACH = Duration.ofDays(400);

  private final Roster roster;
  private final Map<UUID, Rotation> rotations;
  private final SchedulePlan plan;
  private final ZoneId zone;

  /**
   * @param plan good for the window and {@link #REACH} before it
   */
  FinalShifts(SchedulePlan plan) {
    this.plan = plan;
    this.roster = plan.roster();
    this.zone = plan.schedule().zone();
    this.rotations = plan.layers().stream().collect(Collectors.toMap(Layer::id, plan::rotation));
  }

  /** Return the shifts that touch a window, whole, in order and without overlap. */
  List<FinalShift> touching(Instant from, Instant to) {
    Instant begin = begin(from);
    Instant end = end(to);
    List<FinalShift> found = new ArrayList<>();
    Map<String, Integer> parts = new HashMap<>();
    Instant at = begin;
    for (Instant edge : edges(begin, end)) {
      add(found, parts, at, edge);
      at = edge;
    }
    return found.stream()
        .filter(shift -> shift.end().isAfter(from) && shift.start().isBefore(to))
        .toList();
  }

  private void add(List<FinalShift> found, Map<String, Integer> parts, Instant start, Instant end) {
    Duty duty = roster.at(start);
    if (duty.isNobody()) {
      return;
    }
    UUID layer = duty.layerId();
    UUID source = duty.isOverride() ? overrideAt(start) : Objects.requireNonNull(layer);
    long number = duty.isOverride() ? 0 : rotation(source).numberAt(start);
    FinalShift last = found.isEmpty() ? null : found.get(found.size() - 1);
    if (last != null && last.end().equals(start) && last.isContinuedBy(source, number, duty)) {
      found.set(found.size() - 1, last.until(end));
    } else {
      int part = parts.merge(source + "." + number, 1, Integer::sum);
      found.add(new FinalShift(source, number, part, start, end, duty));
    }
  }

  private Rotation rotation(UUID layer) {
    return Objects.requireNonNull(rotations.get(layer));
  }

  private UUID overrideAt(Instant t) {
    UUID winner = null;
    for (ShiftOverride override : plan.overrides()) {
      if (override.cover().covers(t)) {
        winner = override.id();
      }
    }
    return Objects.requireNonNull(winner);
  }

  /** Every instant after the beginning at which somebody else may come on, the end included. */
  private NavigableSet<Instant> edges(Instant begin, Instant end) {
    NavigableSet<Instant> edges = new TreeSet<>();
    for (Rotation rotation : rotations.values()) {
      for (Rotation.Shift shift : rotation.shifts(begin, end)) {
        edges.add(shift.start());
        edges.add(shift.end());
      }
    }
    for (ShiftOverride override : plan.overrides()) {
      edges.add(override.cover().start());
      edges.add(override.cover().end());
    }
    for (Unavailability unavailability : plan.leaves()) {
      edges.add(unavailability.leave().start(zone));
      edges.add(unavailability.leave().end(zone));
    }
    edges.add(end);
    return edges.subSet(begin, false, end, true);
  }

  private Instant begin(Instant from) {
    Instant begin = from;
    for (Rotation rotation : rotations.values()) {
      begin = earlier(begin, rotation.handoff(rotation.numberAt(from)));
    }
    for (ShiftOverride override : plan.overrides()) {
      if (override.cover().covers(from)) {
        begin = earlier(begin, override.cover().start());
      }
    }
    Instant limit = from.minus(REACH);
    return begin.isBefore(limit) ? limit : begin;
  }

  private Instant end(Instant to) {
    Instant end = to;
    for (Rotation rotation : rotations.values()) {
      end = later(end, rotation.handoff(rotation.numberAt(to) + 1));
    }
    for (ShiftOverride override : plan.overrides()) {
      if (override.cover().covers(to)) {
        end = later(end, override.cover().end());
      }
    }
    Instant limit = to.plus(REACH);
    return end.isAfter(limit) ? limit : end;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
