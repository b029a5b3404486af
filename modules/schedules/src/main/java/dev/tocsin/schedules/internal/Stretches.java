package dev.tocsin.schedules.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Arithmetic on lists of stretches; every list is in order and without overlap. */
final class Stretches {

  private Stretches() {}

  /** Return {@code upper} where it says anything, else {@code lower}. */
  static List<Stretch> overlay(List<Stretch> lower, List<Stretch> upper) {
    List<Stretch> result = new ArrayList<>(lower.size() + upper.size());
    int next = 0;
    for (Stretch below : lower) {
      Instant begin = below.start();
      while (next < upper.size() && upper.get(next).end().compareTo(begin) <= 0) {
        result.add(upper.get(next++));
      }
      int above = next;
      while (above < upper.size() && upper.get(above).start().isBefore(below.end())) {
        addIfAny(result, below, begin, upper.get(above).start());
        begin = later(begin, upper.get(above).end());
        if (upper.get(above).end().isAfter(below.end())) {
          break;
        }
        result.add(upper.get(above++));
        next = above;
      }
      addIfAny(result, below, begin, below.end());
    }
    result.addAll(upper.subList(next, upper.size()));
    return result;
  }

  /**
   * Return stretches that tile the window: holes are filled with nobody, like neighbours merged.
   */
  static List<Stretch> tile(List<Stretch> stretches, Instant from, Instant to) {
    List<Stretch> result = new ArrayList<>(stretches.size());
    Instant begin = from;
    for (Stretch stretch : stretches) {
      if (begin.isBefore(stretch.start())) {
        append(result, new Stretch(begin, stretch.start(), Duty.NOBODY));
      }
      append(result, stretch);
      begin = stretch.end();
    }
    if (begin.isBefore(to)) {
      append(result, new Stretch(begin, to, Duty.NOBODY));
    }
    return result;
  }

  /** Tell whether the stretches leave no hole in the window. */
  static boolean areComplete(List<Stretch> stretches, Instant from, Instant to) {
    Instant begin = from;
    for (Stretch stretch : stretches) {
      if (begin.isBefore(stretch.start())) {
        return false;
      }
      begin = stretch.end();
    }
    return !begin.isBefore(to);
  }

  private static void append(List<Stretch> result, Stretch stretch) {
    int last = result.size() - 1;
    if (last >= 0 && result.get(last).duty().looksLike(stretch.duty())) {
      result.set(last, result.get(last).between(result.get(last).start(), stretch.end()));
    } else {
      result.add(stretch);
    }
  }

  private static void addIfAny(List<Stretch> result, Stretch of, Instant from, Instant to) {
    if (from.isBefore(to)) {
      result.add(of.between(from, to));
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
