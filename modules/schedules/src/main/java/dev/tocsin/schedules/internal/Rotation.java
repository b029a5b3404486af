package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.RotationType;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The endless sequence of shifts of one layer, from one of its {@link Handoffs} to the next.
 *
 * <p>The shift at t is the greatest n whose handoff is not after t, so handoffs that fall on one
 * instant leave no empty shift between them.
 */
final class Rotation {
  private static final Duration LONGEST_DAY = Duration.ofDays(1);

  private final Handoffs handoffs;
  private final Duration shortestPeriod;
  private final @Nullable Instant begin;
  private final @Nullable Duration shiftDuration;
  private final boolean custom;
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
    this.handoffs = new Handoffs(type, length, start, zone, shiftDuration);
    this.shortestPeriod = Handoffs.shortestPeriod(type, length);
    this.begin = start.instant();
    this.shiftDuration = shiftDuration;
    this.custom = type == RotationType.CUSTOM;
    this.weekdays = Set.copyOf(weekdays);
    this.days = lastsAtMostADay() ? days : Weekdays.PLAIN;
  }

  /**
   * One shift: its number and the time it covers.
   *
   * @param end exclusive
   */
  record Shift(long number, Instant start, Instant end) {}

  /** Return the instant at which shift {@code number} takes over. */
  Instant handoff(long number) {
    return handoffs.at(number);
  }

  /**
   * Return the number of the shift whose turn it is at {@code t}, whether or not anyone works it.
   */
  long numberAt(Instant t) {
    return handoffs.lastNotAfter(t);
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
    Instant start = begin == null || from.isAfter(begin) ? from : begin;
    List<Shift> found = new ArrayList<>();
    if (!start.isBefore(to)) {
      return found;
    }
    // Backwards, because a gap can put a later handoff before an earlier one: the later wins.
    Instant next = to;
    long first = numberAt(start);
    for (long number = numberAt(to); number >= first; number--) {
      Instant handoff = handoff(number);
      if (handoff.isBefore(next)) {
        addWorked(found, number, handoff, next, start);
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
    if (custom) {
      return found;
    }
    long number = numberAt(gap.getInstant().minusNanos(1));
    for (; handoffs.localAt(number).isBefore(gap.getDateTimeAfter()); number++) {
      Instant handoff = handoff(number);
      boolean begun = begin == null || !handoff.isBefore(begin);
      if (begun
          && mayStart(number)
          && !handoffs.localAt(number).isBefore(gap.getDateTimeBefore())) {
        found.add(new MovedHandoff(handoffs.localAt(number), handoff));
      }
    }
    return found;
  }

  /** A shift as long as its period lasts until the next handoff, also on a day of 25 hours. */
  private boolean endsBeforeNextHandoff(Duration duration) {
    return !custom && duration.compareTo(shortestPeriod) < 0;
  }

  private boolean lastsAtMostADay() {
    Duration longest = shiftDuration == null ? shortestPeriod : shiftDuration;
    return longest.compareTo(LONGEST_DAY) <= 0;
  }

  private boolean mayStart(long number) {
    return weekdays.isEmpty() || weekdays.contains(days.of(handoffs.localAt(number).toLocalDate()));
  }
}
