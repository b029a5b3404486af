package dev.tocsin.platform.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The clocks of some place: a local time that they skip moves forward by as much, one that they
 * show twice is the first.
 */
@FunctionalInterface
interface LocalClock {

  /** Return when these clocks show a local time. */
  Instant instant(LocalDateTime local);

  /** Return the clocks of a zone that Java knows. */
  static LocalClock of(ZoneId zone) {
    return local -> local.atZone(zone).toInstant();
  }
}
