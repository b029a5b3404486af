package dev.tocsin.platform.worktime;

import java.time.Duration;
import java.time.Instant;

/** A stretch of real time that counts, its end not included. */
record Opening(Instant from, Instant to) {

  /** Returns the part of it between two instants; empty or even reversed when there is none. */
  Opening within(Instant begin, Instant end) {
    return new Opening(from.isBefore(begin) ? begin : from, to.isAfter(end) ? end : to);
  }

  boolean isEmpty() {
    return !from.isBefore(to);
  }

  /** Returns how long it is; zero when it is empty. */
  Duration length() {
    return isEmpty() ? Duration.ZERO : Duration.between(from, to);
  }
}
