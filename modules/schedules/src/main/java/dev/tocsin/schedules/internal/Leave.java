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

  /** Tell whether the person of an override is on leave during any of it. */
  boolean meets(Cover cover, ZoneId zone) {
    return person.isSameAs(cover.person())
        && start(zone).isBefore(cover.end())
        && end(zone).isAfter(cover.start());
  }

  Instant start(ZoneId zone) {
    return firstDay.atStartOfDay(zone).toInstant();
  }

  /** Return when the leave is over, exclusive: the first instant of the day after the last. */
  Instant end(ZoneId zone) {
    return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
