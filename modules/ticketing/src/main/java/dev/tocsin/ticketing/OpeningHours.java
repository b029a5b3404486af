package dev.tocsin.ticketing;

import java.time.Instant;
import java.util.UUID;

/**
 * Tells whether a calendar counts the present moment; the module that keeps calendars implements it
 * as a CDI bean, so that rules can go by business hours.
 */
public interface OpeningHours {

  /** Returns whether there is such a calendar. */
  boolean exists(UUID calendarId);

  /** Returns whether an instant lies in a calendar's frames; never in one that is gone. */
  boolean areOpen(UUID calendarId, Instant at);
}
