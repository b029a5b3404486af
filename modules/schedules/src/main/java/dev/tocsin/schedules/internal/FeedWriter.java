package dev.tocsin.schedules.internal;

import dev.tocsin.platform.ical.ContentLines;
import dev.tocsin.schedules.CalendarFeed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes one calendar feed.
 *
 * <p>The text depends on nothing but what it shows, so that it stays the same to the last octet
 * until that changes. Without a METHOD, DTSTAMP is when the event last changed (RFC 5545, 3.8.7.2).
 */
public final class FeedWriter {
  private static final Duration REFRESH = Duration.ofMinutes(15);

  private final ContentLines lines = new ContentLines();
  private @Nullable Instant lastModified;

  /**
   * Begin a calendar.
   *
   * @param zone in which to show it when the reader has no wish; null to leave that open
   */
  public FeedWriter(String name, @Nullable String zone) {
    lines
        .raw("BEGIN", "VCALENDAR")
        .raw("VERSION", "2.0")
        .raw("PRODID", "-//Tocsin//On call//EN")
        .raw("CALSCALE", "GREGORIAN")
        .text("NAME", "On call: " + name)
        .text("X-WR-CALNAME", "On call: " + name)
        .duration("REFRESH-INTERVAL", REFRESH)
        .raw("X-PUBLISHED-TTL", REFRESH.toString());
    if (zone != null) {
      lines.text("X-WR-TIMEZONE", zone);
    }
  }

  /** Add a shift to a schedule's feed: what matters is who works it. */
  public void addNamingPeople(FeedEntry shift) {
    add(shift, shift.people());
  }

  /** Add a shift to a person's feed: what matters is where. */
  public void addNamingSchedule(FeedEntry shift) {
    add(shift, shift.schedule());
  }

  private void add(FeedEntry shift, String summary) {
    lines
        .raw("BEGIN", "VEVENT")
        .text("UID", shift.uid())
        .raw("SEQUENCE", Integer.toString(shift.sequence()))
        .instant("DTSTAMP", shift.changedAt())
        .instant("LAST-MODIFIED", shift.changedAt())
        .instant("DTSTART", shift.start())
        .instant("DTEND", shift.end())
        .text("SUMMARY", "On call: " + summary)
        .text("DESCRIPTION", shift.schedule() + ": " + shift.people() + " (" + shift.reason() + ")")
        .raw("CATEGORIES", "ON-CALL")
        .raw("TRANSP", "TRANSPARENT")
        .raw("END", "VEVENT");
    if (lastModified == null || shift.changedAt().isAfter(lastModified)) {
      lastModified = shift.changedAt();
    }
  }

  /** End the calendar and return it. */
  public CalendarFeed finish() {
    lines.raw("END", "VCALENDAR");
    return new CalendarFeed(new String(lines.bytes(), StandardCharsets.UTF_8), lastModified);
  }
}
