package dev.tocsin.platform.ical;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clocks of a zone that nobody but the calendar knows, by its VTIMEZONE. */
final class DefinedClock implements LocalClock {

  /** Rules that change clocks do so every year. */
  private static final Duration LONGEST_PERIOD = Duration.ofDays(800);

  private final List<Observance> observances;

  /** One part of a definition: from when on, again and again, clocks show what. */
  private record Observance(
      LocalDateTime onset, @Nullable Recurrence again, ZoneOffset before, ZoneOffset after) {

    /** Return the last onset not after a local time; null for none. */
    @Nullable LocalDateTime lastUntil(LocalDateTime local) {
      LocalDateTime last = onset.isAfter(local) ? null : onset;
      if (again != null) {
        LocalDateTime from = local.minus(LONGEST_PERIOD);
        for (LocalDateTime start : again.starts(onset, from, local)) {
          last = last == null || start.isAfter(last) ? start : last;
        }
      }
      return last;
    }

    /** Clocks that skip an hour show the old time until the hour is over. */
    LocalDateTime seenFrom(LocalDateTime local) {
      int skipped = after.getTotalSeconds() - before.getTotalSeconds();
      return skipped > 0 ? local.minusSeconds(skipped) : local;
    }
  }

  private DefinedClock(List<Observance> observances) {
    this.observances = observances;
  }

  static LocalClock read(Component definition) throws UnreadableCalendar {
    List<Observance> found = new ArrayList<>();
    for (Component part :
        Stream.of("STANDARD", "DAYLIGHT")
            .flatMap(kind -> definition.components(kind).stream())
            .toList()) {
      Property rule = part.property("RRULE");
      found.add(
          new Observance(
              EventTime.read(part.text("DTSTART"), LocalClock.of(ZoneOffset.UTC)).local(),
              rule == null ? null : Recurrence.read(rule.value()),
              offset(part, "TZOFFSETFROM"),
              offset(part, "TZOFFSETTO")));
    }
    if (found.isEmpty()) {
      throw new UnreadableCalendar(
          "the time zone \"" + definition.text("TZID") + "\" is not defined");
    }
    return new DefinedClock(found);
  }

  private static ZoneOffset offset(Component part, String name) throws UnreadableCalendar {
    try {
      return ZoneOffset.of(part.text(name).strip());
    } catch (DateTimeException e) {
      throw new UnreadableCalendar("\"" + part.text(name) + "\" is no offset from UTC");
    }
  }

  @Override
  public Instant instant(LocalDateTime local) {
    LocalDateTime latest = null;
    ZoneOffset offset = observances.get(0).before();
    for (Observance observance : observances) {
      LocalDateTime onset = observance.lastUntil(observance.seenFrom(local));
      if (onset != null && (latest == null || onset.isAfter(latest))) {
        latest = onset;
        offset = observance.after();
      }
    }
    return local.toInstant(offset);
  }
}
