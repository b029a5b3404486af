package dev.tocsin.schedules.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The whole of a schedule, ready to answer who is on call.
 *
 * <p>An override stands above all layers, the later-created above the earlier, and names its person
 * even when on leave. Else the first layer in which anybody is on decides: nobody falls through.
 */
final class Roster {
  private final List<RosterLayer> layers;
  private final List<Cover> covers;

  /**
   * @param layers first the one that is asked first
   * @param covers in the order in which they were created
   */
  Roster(List<RosterLayer> layers, List<Cover> covers) {
    this.layers = List.copyOf(layers);
    this.covers = List.copyOf(covers);
  }

  Duty at(Instant t) {
    for (int i = covers.size() - 1; i >= 0; i--) {
      if (covers.get(i).covers(t)) {
        return duty(covers.get(i));
      }
    }
    for (RosterLayer layer : layers) {
      Duty duty = layer.at(t);
      if (!duty.isNobody()) {
        return duty;
      }
    }
    return Duty.NOBODY;
  }

  /** Return the final schedule of a window: it is tiled, and like neighbours are merged. */
  List<Stretch> timeline(Instant from, Instant to) {
    List<Stretch> result = coverStretches(from, to);
    for (RosterLayer layer : layers) {
      if (Stretches.areComplete(result, from, to)) {
        break; // the layers below cannot matter
      }
      result = Stretches.overlay(layer.stretches(from, to), result);
    }
    return Stretches.tile(result, from, to);
  }

  /** Return each layer's own schedule of a window, as if it stood alone. */
  Map<UUID, List<Stretch>> layerTimelines(Instant from, Instant to) {
    Map<UUID, List<Stretch>> result = new LinkedHashMap<>();
    for (RosterLayer layer : layers) {
      result.put(layer.id(), Stretches.tile(layer.stretches(from, to), from, to));
    }
    return result;
  }

  private List<Stretch> coverStretches(Instant from, Instant to) {
    List<Stretch> result = new ArrayList<>();
    for (Cover cover : covers) {
      Instant start = cover.start().isBefore(from) ? from : cover.start();
      Instant end = cover.end().isAfter(to) ? to : cover.end();
      if (start.isBefore(end)) {
        result = Stretches.overlay(result, List.of(new Stretch(start, end, duty(cover))));
      }
    }
    return result;
  }

  private static Duty duty(Cover cover) {
    String why = cover.reason() == null || cover.reason().isBlank() ? "" : ": " + cover.reason();
    return new Duty(List.of(cover.person()), true, null, "override" + why);
  }
}
