package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.RotationType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/**
 * The endless sequence of instants at which one layer hands over, numbered from its anchor in both
 * directions.
 *
 * <p>Handoff n is always computed from the anchor, never from handoff n − 1: anchor + n × length on
 * the wall clock, then resolved to an instant (a local time in a gap moves forward by the gap's
 * length, an ambiguous one is its first occurrence, a month's end clamps). Only {@code CUSTOM}
 * steps in elapsed seconds.
 */
final class Handoffs {
  /** No two offsets that a zone has ever had lie further apart. */
  private static final Duration WIDEST_OVERLAP = Duration.ofHours(27);

  private final RotationType type;
  private final int length;
  private final RotationStart start;
  private final LocalDateTime anchor;
  private final ZoneId zone;
  private final long customSeconds;

  /**
   * @param customPeriod from one handoff of {@code CUSTOM} to the next, in whole seconds; heeded by
   *     no other type
   */
  Handoffs(
      RotationType type,
      int length,
      RotationStart start,
      ZoneId zone,
      @Nullable Duration customPeriod) {
    if (length < 1) {
      throw new IllegalArgumentException("rotation length " + length);
    }
    if (type == RotationType.CUSTOM && (customPeriod == null || customPeriod.toSeconds() < 1)) {
      throw new IllegalArgumentException("a custom rotation needs a period");
    }
    this.type = type;
    this.length = length;
    this.start = start;
    this.anchor = start.localIn(zone);
    this.zone = zone;
    this.customSeconds = customPeriod == null ? 0 : customPeriod.toSeconds();
  }

  /** Return the shortest time between two handoffs as the calendar counts it. */
  static Duration shortestPeriod(RotationType type, int length) {
    return switch (type) {
      case HOURLY -> Duration.ofHours(length);
      case DAILY -> Duration.ofDays(length);
      case WEEKLY -> Duration.ofDays(7L * length);
      case MONTHLY -> shortestMonths(length);
      case CUSTOM -> ChronoUnit.FOREVER.getDuration();
    };
  }

  private static Duration shortestMonths(int length) {
    YearMonth first = YearMonth.of(2023, 1);
    long days = Long.MAX_VALUE;
    for (int i = 0; i < 12; i++) {
      YearMonth from = first.plusMonths(i);
      days =
          Math.min(days, ChronoUnit.DAYS.between(from.atDay(1), from.plusMonths(length).atDay(1)));
    }
    return Duration.ofDays(days);
  }

  /** Return the instant of a handoff. */
  Instant at(long number) {
    if (type == RotationType.CUSTOM) {
      return start.instantIn(zone).plusSeconds(Math.multiplyExact(number, customSeconds));
    }
    return number == 0 ? start.instantIn(zone) : localAt(number).atZone(zone).toInstant();
  }

  /** Return the local time that is meant for a handoff, also where the clocks skip it. */
  LocalDateTime localAt(long number) {
    return switch (type) {
      case HOURLY -> anchor.plusHours(number * length);
      case DAILY -> anchor.plusDays(number * length);
      case WEEKLY -> anchor.plusWeeks(number * length);
      case MONTHLY -> anchor.plusMonths(number * length);
      case CUSTOM -> LocalDateTime.ofInstant(at(number), zone);
    };
  }

  /** Return the greatest number whose handoff is not after {@code t}. */
  long lastNotAfter(Instant t) {
    if (type == RotationType.CUSTOM) {
      return Math.floorDiv(Duration.between(start.instantIn(zone), t).toSeconds(), customSeconds);
    }
    long number = lastLocalNotAfter(latestWallClock(t));
    while (at(number).isAfter(t)) {
      number--;
    }
    return number;
  }

  private long lastLocalNotAfter(LocalDateTime local) {
    if (type != RotationType.MONTHLY) {
      long seconds = Duration.between(anchor, local).toSeconds();
      return Math.floorDiv(seconds, shortestPeriod(type, length).toSeconds());
    }
    long months = YearMonth.from(anchor).until(YearMonth.from(local), ChronoUnit.MONTHS);
    long number = Math.floorDiv(months, (long) length);
    return localAt(number).isAfter(local) ? number - 1 : number;
  }

  /**
   * The latest local time that any clock of the zone has shown by {@code t}: just after the clocks
   * went back, handoffs that the wall clock shows as still to come have already happened.
   */
  private LocalDateTime latestWallClock(Instant t) {
    ZoneOffset offset = zone.getRules().getOffset(t);
    ZoneOffsetTransition transition = zone.getRules().previousTransition(t.plusNanos(1));
    while (transition != null && transition.getInstant().isAfter(t.minus(WIDEST_OVERLAP))) {
      if (transition.getOffsetBefore().getTotalSeconds() > offset.getTotalSeconds()) {
        offset = transition.getOffsetBefore();
      }
      transition = zone.getRules().previousTransition(transition.getInstant());
    }
    return LocalDateTime.ofInstant(t, offset);
  }
}
