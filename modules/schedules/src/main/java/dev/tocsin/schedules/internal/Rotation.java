package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.RotationType;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The endless sequence of shifts of one layer, numbered from its anchor in both directions.
 *
 * <p>Handoff n is always computed from the anchor, never from handoff n − 1: anchor + n × length on
 * the wall clock, then resolved to an instant (a local time in a gap moves forward by the gap's
 * length, an ambiguous one is its first occurrence, a month's end clamps). The shift at t is the
 * greatest n whose handoff is not after t, so handoffs that fall on one instant leave no empty
 * shift between them.
 */
final class Rotation {
  /** No two offsets that a zone has ever had lie further apart. */
  private static final Duration WIDEST_OVERLAP = Duration.ofHours(27);

  private static final Duration LONGEST_DAY = Duration.ofDays(1);

  private final RotationType type;
  private final int length;
  private final RotationStart start;
  private final LocalDateTime anchor;
  private final ZoneId zone;
  private final @Nullable Duration shiftDuration;
  private final Set<DayOfWeek> weekdays;
  private final Weekdays days;

  /**
   * @param shiftDuration for {@code CUSTOM} the period, in whole seconds; for all others how long a
   *     shift lasts from its handoff, null for until the next one
   * @param weekdays the local days on which a shift may start; empty for all
   * @param days which of them a local day counts as; heeded by shifts of at most a day, since a
   *     holiday at the handoff of a week is no reason to drop the week
   */
  Rotation(
      RotationType type,
      int length,
      RotationStart start,
      ZoneId zone,
      @Nullable Duration shiftDuration,
      Set<DayOfWeek> weekdays,
      Weekdays days) {
    if (length < 1) {
      throw new IllegalArgumentException("rotation length " + length);
    }
    if (type == RotationType.CUSTOM && (shiftDuration == null || shiftDuration.toSeconds() < 1)) {
      throw new IllegalArgumentException("a custom rotation needs a period");
    }
    this.type = type;
    this.length = length;
    this.start = start;
    this.anchor = start.localIn(zone);
    this.zone = zone;
    this.shiftDuration = shiftDuration;
    this.weekdays = Set.copyOf(weekdays);
    this.days = lastsAtMostADay() ? days : Weekdays.PLAIN;
  }

  /**
   * One shift: its number and the time it covers.
   *
   * @param end exclusive
   */
  record Shift(long number, Instant start, Instant end) {}

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

  /** Return the instant at which shift {@code number} takes over. */
  Instant handoff(long number) {
    if (type == RotationType.CUSTOM) {
      return start.instantIn(zone).plusSeconds(Math.multiplyExact(number, periodSeconds()));
    }
    if (number == 0) {
      return start.instantIn(zone);
    }
    return localHandoff(number).atZone(zone).toInstant();
  }

  /**
   * Return the number of the shift whose turn it is at {@code t}, whether or not anyone works it.
   */
  long numberAt(Instant t) {
    if (type == RotationType.CUSTOM) {
      return Math.floorDiv(secondsFromAnchor(t), periodSeconds());
    }
    long number = lastLocalHandoffNotAfter(latestWallClock(t));
    while (handoff(number).isAfter(t)) {
      number--;
    }
    return number;
  }

  /** Return the shift that is worked at {@code t}; null between shifts and before the start. */
  @Nullable Shift shiftAt(Instant t) {
    List<Shift> found = shifts(t, t.plusNanos(1));
    return found.isEmpty() ? null : found.get(0);
  }

  /**
   * Return the shifts that are worked within a window, in order, cut to it.
   *
   * @param to exclusive
   */
  List<Shift> shifts(Instant from, Instant to) {
    Instant begin =
        start.instant() == null || from.isAfter(start.instant()) ? from : start.instant();
    List<Shift> found = new ArrayList<>();
    if (!begin.isBefore(to)) {
      return found;
    }
    // Backwards, because a gap can put a later handoff before an earlier one: the later wins.
    Instant next = to;
    long first = numberAt(begin);
    for (long number = numberAt(to); number >= first; number--) {
      Instant handoff = handoff(number);
      if (handoff.isBefore(next)) {
        addWorked(found, number, handoff, next, begin);
        next = handoff;
      }
    }
    Collections.reverse(found);
    return found;
  }

  private void addWorked(
      List<Shift> found, long number, Instant handoff, Instant next, Instant begin) {
    if (!mayStart(number)) {
      return;
    }
    Instant end = next;
    if (shiftDuration != null && endsBeforeNextHandoff(shiftDuration)) {
      Instant worked = handoff.plus(shiftDuration);
      end = worked.isBefore(next) ? worked : next;
    }
    Instant from = handoff.isBefore(begin) ? begin : handoff;
    if (from.isBefore(end)) {
      found.add(new Shift(number, from, end));
    }
  }

  /** Return the handoffs whose local time lies in a gap of the zone's clocks. */
  List<MovedHandoff> movedBy(ZoneOffsetTransition gap) {
    List<MovedHandoff> found = new ArrayList<>();
    if (type == RotationType.CUSTOM) {
      return found;
    }
    long number = numberAt(gap.getInstant().minusNanos(1));
    for (; localHandoff(number).isBefore(gap.getDateTimeAfter()); number++) {
      Instant handoff = handoff(number);
      boolean begun = start.instant() == null || !handoff.isBefore(start.instant());
      if (begun && mayStart(number) && !localHandoff(number).isBefore(gap.getDateTimeBefore())) {
        found.add(new MovedHandoff(localHandoff(number), handoff));
      }
    }
    return found;
  }

  /** A shift as long as its period lasts until the next handoff, also on a day of 25 hours. */
  private boolean endsBeforeNextHandoff(Duration duration) {
    return type != RotationType.CUSTOM && duration.compareTo(shortestPeriod(type, length)) < 0;
  }

  private boolean lastsAtMostADay() {
    return shiftDuration == null
        ? shortestPeriod(type, length).compareTo(LONGEST_DAY) <= 0
        : shiftDuration.compareTo(LONGEST_DAY) <= 0;
  }

  private boolean mayStart(long number) {
    return weekdays.isEmpty() || weekdays.contains(days.of(localHandoff(number).toLocalDate()));
  }

  private LocalDateTime localHandoff(long number) {
    return switch (type) {
      case HOURLY -> anchor.plusHours(number * length);
      case DAILY -> anchor.plusDays(number * length);
      case WEEKLY -> anchor.plusWeeks(number * length);
      case MONTHLY -> anchor.plusMonths(number * length);
      case CUSTOM -> LocalDateTime.ofInstant(handoff(number), zone);
    };
  }

  private long lastLocalHandoffNotAfter(LocalDateTime local) {
    if (type != RotationType.MONTHLY) {
      long seconds = Duration.between(anchor, local).toSeconds();
      return Math.floorDiv(seconds, shortestPeriod(type, length).toSeconds());
    }
    long months = YearMonth.from(anchor).until(YearMonth.from(local), ChronoUnit.MONTHS);
    long number = Math.floorDiv(months, (long) length);
    return localHandoff(number).isAfter(local) ? number - 1 : number;
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

  private long periodSeconds() {
    return shiftDuration == null ? 0 : shiftDuration.toSeconds();
  }

  private long secondsFromAnchor(Instant t) {
    return Duration.between(start.instantIn(zone), t).toSeconds();
  }
}
