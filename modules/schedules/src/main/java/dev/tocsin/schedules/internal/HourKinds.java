package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.HourKind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sorts time into kinds of hours, by the local days and nights of a zone.
 *
 * <p>A night is from 22:00 to 06:00, a weekend Saturday and Sunday. The kind of day is that of the
 * calendar day: the night from Friday to Saturday begins as a weekday's and ends as a weekend's.
 *
 * @param asWeekend whether hours of a holiday are those of a weekend
 */
public record HourKinds(ZoneId zone, Set<LocalDate> holidays, boolean asWeekend) {

  private static final LocalTime NIGHT_BEGINS = LocalTime.of(22, 0);
  private static final LocalTime NIGHT_ENDS = LocalTime.of(6, 0);

  /** Takes one piece of time within which the kind does not change. */
  interface Pieces {
    void take(Instant start, Instant end, HourKind kind);
  }

  void split(Instant from, Instant to, Pieces pieces) {
    Instant at = from;
    while (at.isBefore(to)) {
      ZonedDateTime local = at.atZone(zone);
      Instant edge = nextEdge(local);
      Instant end = edge.isBefore(to) ? edge : to;
      pieces.take(at, end, kindAt(local));
      at = end;
    }
  }

  /** Return the day on whose evening the night at an instant has begun. */
  LocalDate nightOf(Instant t) {
    ZonedDateTime local = t.atZone(zone);
    LocalDate day = local.toLocalDate();
    return local.toLocalTime().isBefore(NIGHT_ENDS) ? day.minusDays(1) : day;
  }

  /** Return the Saturday of the weekend at an instant; a holiday in the week is one by itself. */
  LocalDate weekendOf(Instant t) {
    LocalDate day = dayOf(t);
    return Weekdays.isWeekend(day)
        ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY))
        : day;
  }

  boolean isHoliday(Instant t) {
    return holidays.contains(dayOf(t));
  }

  LocalDate dayOf(Instant t) {
    return LocalDate.ofInstant(t, zone);
  }

  private HourKind kindAt(ZonedDateTime local) {
    LocalTime time = local.toLocalTime();
    boolean night = time.isBefore(NIGHT_ENDS) || !time.isBefore(NIGHT_BEGINS);
    LocalDate day = local.toLocalDate();
    boolean holiday = holidays.contains(day);
    boolean weekend = Weekdays.isWeekend(day) || (holiday && asWeekend);
    return HourKind.of(holiday && !asWeekend, weekend, night);
  }

  private Instant nextEdge(ZonedDateTime local) {
    LocalDate day = local.toLocalDate();
    return Stream.of(
            day.atTime(NIGHT_ENDS), day.atTime(NIGHT_BEGINS), day.plusDays(1).atStartOfDay())
        .map(edge -> instant(edge, local))
        .filter(edge -> edge.isAfter(local.toInstant()))
        .min(Instant::compareTo)
        .orElseThrow();
  }

  /** Of an ambiguous local time the pass that the clock is in: an edge always lies ahead. */
  private Instant instant(LocalDateTime edge, ZonedDateTime now) {
    return ZonedDateTime.ofLocal(edge, zone, now.getOffset()).toInstant();
  }
}
