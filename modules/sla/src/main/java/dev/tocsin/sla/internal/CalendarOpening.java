package dev.tocsin.sla.internal;

import dev.tocsin.ticketing.OpeningHours;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Lets the rules of tickets go by the calendars of service levels. */
@Dependent
public class CalendarOpening implements OpeningHours {

  @Inject private Calendars calendars;

  @Override
  public boolean exists(UUID calendarId) {
    return calendars.find(calendarId).isPresent();
  }

  @Override
  public boolean areOpen(UUID calendarId, Instant at) {
    // frames contain their beginning and not their end, and so does the shortest stretch from here
    return calendars
        .find(calendarId)
        .map(calendar -> !calendar.time().between(at, at.plusNanos(1)).isZero())
        .orElse(false);
  }
}
