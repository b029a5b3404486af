package dev.tocsin.ticketing;

import dev.tocsin.persistence.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** One calendar, open from nine to five in UTC, in the tests of routing. */
@ApplicationScoped
class OfficeHours implements OpeningHours {

  static final UUID ID = Ids.next();

  @Override
  public boolean exists(UUID calendarId) {
    return calendarId.equals(ID);
  }

  @Override
  public boolean areOpen(UUID calendarId, Instant at) {
    LocalTime time = at.atOffset(ZoneOffset.UTC).toLocalTime();
    return exists(calendarId) && time.getHour() >= 9 && time.getHour() < 17;
  }
}
