package dev.tocsin.web.schedules.timeline;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes stretches of time as people read them on the clocks of a zone. */
public final class Words {
  private final DateTimeFormatter format;

  /** Makes the words of a zone. */
  public Words(ZoneId zone) {
    format = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH).withZone(zone);
  }

  /** Returns both ends, for example {@code Mon 9 Nov 09:00 – Fri 20 Nov 09:00}. */
  public String of(Instant start, Instant end) {
    return at(start) + " – " + at(end);
  }

  String at(Instant at) {
    return format.format(at);
  }
}
