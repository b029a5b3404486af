package dev.tocsin.platform.worktime;

import dev.tocsin.platform.worktime.Spans.DayOff;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Working time by the wall clock of a zone: the frames of each weekday, without the holidays.
 *
 * <p>Both ends of a frame become instants by the DST law: a local time in a gap moves forward by
 * the gap's length, an ambiguous one is its first occurrence. A frame whose end is then not after
 * its start counts nothing, and an instant that lies in two frames counts once.
 *
 * @param week a day without frames may be absent
 * @param holidays days whose frames, also those that reach into the next day, do not count; by name
 */
public record WeeklyHours(
    ZoneId zone, Map<DayOfWeek, List<DayFrame>> week, Map<LocalDate, String> holidays)
    implements WorkingTime {

  private static final int CHUNK = 14;
  // a frame may last a day, and a gap (Samoa lost one) may move its end by another
  private static final int REACH = 3;
  private static final Duration HORIZON = Duration.ofDays(36_525);

  public WeeklyHours {
    week = Map.copyOf(week);
    holidays = Map.copyOf(holidays);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Never later than a hundred years after the start, however little counts.
   */
  @Override
  public Instant due(Instant start, Duration work) {
    if (work.isZero()) {
      return start;
    }
    Instant horizon = start.plus(HORIZON);
    Duration left = work;
    LocalDate day = dayOf(start);
    while (dayStart(day).isBefore(horizon)) {
      LocalDate next = day.plusDays(CHUNK);
      for (Opening opening : openings(day, next)) {
        Opening usable = opening.within(start, horizon);
        if (usable.length().compareTo(left) >= 0) {
          return usable.from().plus(left);
        }
        left = left.minus(usable.length());
      }
      day = next;
    }
    return horizon;
  }

  @Override
  public Duration between(Instant from, Instant to) {
    Duration total = Duration.ZERO;
    if (!from.isBefore(to)) {
      return total;
    }
    // where clocks go back over midnight an instant may precede the first midnight of its own day
    LocalDate end = dayOf(to).plusDays(2);
    for (LocalDate day = dayOf(from); day.isBefore(end); day = chunkAfter(day, end)) {
      for (Opening opening : openings(day, chunkAfter(day, end))) {
        total = total.plus(opening.within(from, to).length());
      }
    }
    return total;
  }

  @Override
  public Optional<List<Span>> spans(Instant from, Instant to, int most) {
    Spans spans = new Spans(from, to);
    LocalDate end = dayOf(to).plusDays(2);
    for (LocalDate day = dayOf(from); day.isBefore(end); day = chunkAfter(day, end)) {
      LocalDate next = chunkAfter(day, end);
      List<DayOff> off = daysOff(day, next);
      for (Opening opening : openings(day, next)) {
        spans.closed(opening.from(), off);
        spans.open(opening.to());
      }
      spans.closed(dayStart(next), off);
      if (spans.size() > most) {
        return Optional.empty();
      }
    }
    return Optional.of(spans.laid());
  }

  private static LocalDate chunkAfter(LocalDate day, LocalDate end) {
    LocalDate next = day.plusDays(CHUNK);
    return next.isBefore(end) ? next : end;
  }

  /** Returns what counts from one day's beginning to another's: in order, apart from each other. */
  private List<Opening> openings(LocalDate first, LocalDate next) {
    Opening range = new Opening(dayStart(first), dayStart(next));
    List<Opening> found = new ArrayList<>();
    for (LocalDate day = first.minusDays(REACH); day.isBefore(next); day = day.plusDays(1)) {
      if (!holidays.containsKey(day)) {
        found.addAll(frames(day, range));
      }
    }
    found.sort(Comparator.comparing(Opening::from));
    return merged(found);
  }

  /** Returns the frames that do not count for the sake of a holiday, in order. */
  private List<DayOff> daysOff(LocalDate first, LocalDate next) {
    Opening range = new Opening(dayStart(first), dayStart(next));
    List<DayOff> found = new ArrayList<>();
    for (LocalDate day = first.minusDays(REACH); day.isBefore(next); day = day.plusDays(1)) {
      String name = holidays.get(day);
      if (name != null) {
        frames(day, range).forEach(frame -> found.add(new DayOff(frame, name)));
      }
    }
    found.sort(Comparator.comparing(off -> off.frame().from()));
    return found;
  }

  /** Returns a day's frames as far as they lie in a stretch of time. */
  private List<Opening> frames(LocalDate day, Opening range) {
    List<Opening> found = new ArrayList<>();
    for (DayFrame frame : week.getOrDefault(day.getDayOfWeek(), List.of())) {
      Opening opening =
          new Opening(instant(day, frame.from()), instant(day, frame.to()))
              .within(range.from(), range.to());
      if (!opening.isEmpty()) {
        found.add(opening);
      }
    }
    return found;
  }

  private static List<Opening> merged(List<Opening> sorted) {
    List<Opening> result = new ArrayList<>();
    for (Opening next : sorted) {
      int last = result.size() - 1;
      if (last < 0 || next.from().isAfter(result.get(last).to())) {
        result.add(next);
      } else if (next.to().isAfter(result.get(last).to())) {
        result.set(last, new Opening(result.get(last).from(), next.to()));
      }
    }
    return result;
  }

  private Instant instant(LocalDate day, int minute) {
    LocalDateTime local = day.atStartOfDay().plusMinutes(minute);
    // ofLocal is the law: forward over a gap, the earlier of two offsets
    return ZonedDateTime.ofLocal(local, zone, null).toInstant();
  }

  /** Returns the first instant that a frame of this day or a later one may start at. */
  private Instant dayStart(LocalDate day) {
    LocalDateTime midnight = day.atStartOfDay();
    ZoneOffsetTransition transition = zone.getRules().getTransition(midnight);
    return transition != null && transition.isGap()
        ? transition.getInstant()
        : ZonedDateTime.ofLocal(midnight, zone, null).toInstant();
  }

  private LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }
}
