package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Days on which a person takes no shifts.
 *
 * @param firstDay a local day of the schedule's zone
 * @param lastDay inclusive
 */
record Leave(Person person, LocalDate firstDay, LocalDate lastDay) {

  Instant start(ZoneId zone) {
    return firstDay.atStartOfDay(zone).toInstant();
  }

  /** Return when the leave is over, exclusive: the first instant of the day after the last. */
  Instant end(ZoneId zone) {
    return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
