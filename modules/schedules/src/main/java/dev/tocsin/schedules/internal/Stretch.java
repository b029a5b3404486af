package dev.tocsin.schedules.internal;

import java.time.Instant;

/**
 * Who is on during a stretch of time, and by what; the evaluator's own form of a segment.
 *
 * @param end exclusive
 */
record Stretch(Instant start, Instant end, Duty duty) {

  Stretch between(Instant from, Instant to) {
    return new Stretch(from, to, duty);
  }
}
