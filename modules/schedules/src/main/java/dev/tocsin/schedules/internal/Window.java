package dev.tocsin.schedules.internal;

import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of time that somebody asks for.
 *
 * @param to exclusive
 */
public record Window(Instant from, Instant to) {
  private static final Duration USUAL = Duration.ofDays(7);
  private static final Duration LONGEST = Duration.ofDays(400);

  /**
   * Return the window asked for.
   *
   * @param from null for now
   * @param to null for a week after {@code from}
   * @throws Rejected when it ends before it starts, is too long or out of the calendar
   */
  public static Window of(@Nullable Instant from, @Nullable Instant to, Instant now) {
    return of(from, to, now, USUAL);
  }

  /** Return the window asked for, as long as {@code usual} when no end is given. */
  public static Window of(
      @Nullable Instant from, @Nullable Instant to, Instant now, Duration usual) {
    Instant start = instant(from == null ? now : from, "from");
    Instant end = instant(to == null ? start.plus(usual) : to, "to");
    List<Fault> faults = new ArrayList<>();
    if (!end.isAfter(start)) {
      faults.add(new Fault("/to", "invalid", "must be after from"));
    }
    if (Duration.between(start, end).compareTo(LONGEST) > 0) {
      faults.add(new Fault("/to", "out_of_range", "must be at most 400 days after from"));
    }
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
    return new Window(start, end);
  }

  /** Let pass an instant of the years in which rotations can be computed. */
  public static Instant instant(Instant instant, String name) {
    if (!ScheduleRules.isWithinCalendar(instant)) {
      throw new Rejected("/" + name, "out_of_range", "must be in the years 1900 to 2499");
    }
    return instant;
  }
}
