package dev.tocsin.schedules.internal;

import static java.time.temporal.ChronoUnit.MICROS;
import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The anchor of a rotation: a local time of the schedule's zone, from which it extends in both
 * directions, or an instant, before which nobody is on.
 */
record RotationStart(@Nullable LocalDateTime local, @Nullable Instant instant) {

  RotationStart {
    if ((local == null) == (instant == null)) {
      throw new IllegalArgumentException("a rotation starts at a local time or at an instant");
    }
  }

  static RotationStart at(LocalDateTime local) {
    return new RotationStart(local.truncatedTo(MICROS), null);
  }

  static RotationStart at(Instant instant) {
    return new RotationStart(null, instant.truncatedTo(MICROS));
  }

  /** Read ISO text, with an offset (an instant) or without one (local); empty if it is neither. */
  static Optional<RotationStart> parse(String text) {
    try {
      return Optional.of(at(OffsetDateTime.parse(text).toInstant()));
    } catch (DateTimeException notAnInstant) {
      return parseLocal(text);
    }
  }

  private static Optional<RotationStart> parseLocal(String text) {
    try {
      return Optional.of(at(LocalDateTime.parse(text)));
    } catch (DateTimeException neither) {
      return Optional.empty();
    }
  }

  /** Return the anchor on the wall clock of a zone. */
  LocalDateTime localIn(ZoneId zone) {
    return local != null ? local : LocalDateTime.ofInstant(requireNonNull(instant), zone);
  }

  /** Return the instant of the first handoff in a zone. */
  Instant instantIn(ZoneId zone) {
    return instant != null ? instant : localIn(zone).atZone(zone).toInstant();
  }

  String text() {
    return String.valueOf(local != null ? local : instant);
  }
}
