package dev.tocsin.schedules.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * A handoff whose local time the clocks skip.
 *
 * @param meant the local time that does not exist
 * @param at when it happens instead: later by as much as the clocks skip
 */
record MovedHandoff(LocalDateTime meant, Instant at) {

  /** Return those of a rotation for which the clocks are put forward within a window. */
  static List<MovedHandoff> within(Rotation rotation, ZoneId zone, Window window) {
    List<MovedHandoff> found = new ArrayList<>();
    ZoneOffsetTransition next = zone.getRules().nextTransition(window.from().minusNanos(1));
    while (next != null && next.getInstant().isBefore(window.to())) {
      if (next.isGap()) {
        found.addAll(rotation.movedBy(next));
      }
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return found;
  }
}
