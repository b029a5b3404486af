package dev.tocsin.web.schedules.timeline;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The local days that a timeline shows.
 *
 * @param zone by whose clocks days begin and times are told
 */
public record Span(Range range, LocalDate first, ZoneId zone) implements Serializable {

  private static final int HOURS_APART = 3;

  /** Returns the span of a range that shows a day. */
  public static Span around(Range range, LocalDate day, ZoneId zone) {
    return new Span(range, range.first(day), zone);
  }

  /** Returns the span this many ranges later; negative for earlier. */
  public Span moved(int ranges) {
    return new Span(range, range.plus(first, ranges), zone);
  }

  /** Returns the last day shown. */
  public LocalDate last() {
    return range.plus(first, 1).minusDays(1);
  }

  /** Returns the line from the begin of the first day to the end of the last. */
  public TimeScale scale() {
    return new TimeScale(begin(first), begin(range.plus(first, 1)));
  }

  /** Returns what the span is called, for example {@code 16 – 29 Nov 2026}. */
  public String title() {
    return switch (range) {
      case DAY -> text("EEEE d MMMM uuuu", first);
      case TWO_WEEKS -> text(beginPattern(), first) + " – " + text("d MMM uuuu", last());
      case MONTH -> text("MMMM uuuu", first);
    };
  }

  private String beginPattern() {
    if (first.getYear() != last().getYear()) {
      return "d MMM uuuu";
    }
    return first.getMonth() == last().getMonth() ? "d" : "d MMM";
  }

  /**
   * Returns the columns.
   *
   * @param holidays names by day
   */
  public List<Tick> ticks(Instant now, Map<LocalDate, String> holidays) {
    return range == Range.DAY ? hours(now) : days(now, holidays);
  }

  private List<Tick> hours(Instant now) {
    TimeScale scale = scale();
    List<Tick> ticks = new ArrayList<>();
    for (Instant hour = scale.from(); hour.isBefore(scale.to()); hour = hour.plusSeconds(3600)) {
      Instant next = hour.plusSeconds(3600);
      boolean written = hour.atZone(zone).getHour() % HOURS_APART == 0;
      String text = written ? text("HH:mm", hour.atZone(zone)) : "";
      ticks.add(tick(scale, hour, next, text, "", "", "", isWeekend(first), now));
    }
    return ticks;
  }

  private List<Tick> days(Instant now, Map<LocalDate, String> holidays) {
    TimeScale scale = scale();
    List<Tick> ticks = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last()); day = day.plusDays(1)) {
      Instant begin = begin(day);
      Instant end = begin(day.plusDays(1));
      String text = day.equals(first) || day.getDayOfMonth() > 1 ? "d" : "d MMM";
      ticks.add(
          tick(
              scale,
              begin,
              end,
              text(range == Range.MONTH ? "d" : text, day),
              text(range == Range.MONTH ? "EEEEE" : "EEE", day),
              noteOf(Duration.between(begin, end)),
              holidays.getOrDefault(day, ""),
              isWeekend(day),
              now));
    }
    return ticks;
  }

  private static Tick tick(
      TimeScale scale,
      Instant begin,
      Instant end,
      String text,
      String above,
      String note,
      String holiday,
      boolean weekend,
      Instant now) {
    double left = scale.place(begin);
    boolean today = new TimeScale(begin, end).shows(now);
    return new Tick(left, scale.place(end) - left, text, above, note, holiday, weekend, today);
  }

  private static String noteOf(Duration length) {
    if (length.equals(Duration.ofDays(1))) {
      return "";
    }
    String minutes = length.toMinutesPart() == 0 ? "" : ":" + length.toMinutesPart();
    return length.toHours() + minutes + " h";
  }

  private Instant begin(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static String text(String pattern, java.time.temporal.TemporalAccessor time) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
  }
}
