package dev.tocsin.schedules.internal;

import dev.tocsin.platform.error.Fault;
import dev.tocsin.schedules.RotationType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a layer's terms must be for anybody to be able to say who is on call. */
final class LayerRules {
  /** Shorter shifts are nobody's work, and a window of them would be endless. */
  private static final Duration SHORTEST_CUSTOM = Duration.ofMinutes(1);

  private LayerRules() {}

  /**
   * Add what is wrong with the terms to the faults.
   *
   * @param pointer JSON pointer to the layer; empty for the whole input
   */
  static void judge(LayerTerms terms, String pointer, List<Fault> faults) {
    if (RotationStart.parse(terms.start()).isEmpty()) {
      faults.add(
          new Fault(
              pointer + "/rotation_start",
              "invalid",
              "must be an ISO date and time, with an offset or in the schedule's local time"));
    }
    String wrong = terms.type() == RotationType.CUSTOM ? faultOfPeriod(terms) : faultOfShift(terms);
    if (wrong != null) {
      faults.add(new Fault(pointer + "/shift_duration", "invalid", wrong));
    }
    if (terms.type() == RotationType.CUSTOM && terms.length() != 1) {
      faults.add(
          new Fault(
              pointer + "/rotation_length",
              "invalid",
              "must be 1 for a custom rotation, whose period is shift_duration"));
    }
  }

  private static @Nullable String faultOfPeriod(LayerTerms terms) {
    Duration period = terms.shiftDuration();
    if (period == null) {
      return "is needed for a custom rotation: it is its period";
    }
    if (period.compareTo(SHORTEST_CUSTOM) < 0 || period.toNanosPart() != 0) {
      return "must be whole seconds, at least PT1M, for a custom rotation";
    }
    return null;
  }

  private static @Nullable String faultOfShift(LayerTerms terms) {
    Duration shift = terms.shiftDuration();
    if (shift == null) {
      return null;
    }
    if (shift.isNegative() || shift.toNanosPart() != 0) {
      return "must be whole seconds, more than zero";
    }
    Duration longest = Handoffs.shortestPeriod(terms.type(), terms.length());
    return shift.compareTo(longest) > 0
        ? "must not be longer than the shortest period of the rotation, " + longest
        : null;
  }
}
