package dev.tocsin.sla.internal;

import dev.tocsin.sla.Threshold;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bands before a deadline. They measure wall time, {@code due − now}, lower bound exclusive and
 * upper inclusive: a band is entered when exactly its length is left.
 */
final class Bands {

  /** What is said of a missed deadline. */
  static final String BREACHED = "BREACHED";

  /** The bands of a policy that names none. */
  static final List<Threshold> USUAL = Threshold.usual();

  private Bands() {}

  /** Returns thresholds, widest first; the usual ones for null. */
  static List<Threshold> orUsual(@Nullable List<Threshold> wanted) {
    return wanted == null
        ? USUAL
        : wanted.stream().sorted(Comparator.comparing(Threshold::before).reversed()).toList();
  }

  /** Returns the bands that a clock has entered since it started, widest first. */
  static List<Threshold> entered(List<Threshold> bands, ClockRun run, Instant now) {
    Instant due = run.dueAt();
    return due == null
        ? List.of()
        : bands.stream()
            .filter(band -> due.minus(band.before()).isAfter(run.startedAt()))
            .filter(band -> !due.minus(band.before()).isAfter(now))
            .toList();
  }

  /** Returns when a running clock enters its next band; empty when there is none before its end. */
  static Optional<Instant> next(List<Threshold> bands, ClockRun run, Instant now) {
    Instant due = run.dueAt();
    return due == null
        ? Optional.empty()
        : bands.stream()
            .map(band -> due.minus(band.before()))
            .filter(at -> at.isAfter(now))
            .findFirst();
  }
}
