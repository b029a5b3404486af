package dev.tocsin.platform.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which an event comes again, always at the same time by the wall clock.
 *
 * <p>iCal4j knows how to count; where the rule ends is judged here, as it may be an instant.
 */
final class Recurrence {
  /** More than anybody can look through. */
  static final int MOST = 1000;

  private static final String END = "UNTIL=";

  private final Recur<LocalDateTime> rule;
  private final @Nullable LocalDateTime lastLocal;
  private final @Nullable Instant last;

  private Recurrence(
      Recur<LocalDateTime> rule, @Nullable LocalDateTime lastLocal, @Nullable Instant last) {
    this.rule = rule;
    this.lastLocal = lastLocal;
    this.last = last;
  }

  static Recurrence read(String value) throws UnreadableCalendar {
    String text = value.strip().toUpperCase(Locale.ROOT);
    List<String> parts = Arrays.stream(text.split(";", -1)).filter(p -> !p.isEmpty()).toList();
    if (parts.stream().anyMatch(part -> part.matches("FREQ=(SECOND|MINUTE)LY"))) {
      throw new UnreadableCalendar("no shift recurs by the minute, as \"" + text + "\" says");
    }
    if (parts.stream().anyMatch(part -> part.matches("(INTERVAL|COUNT)=(0+|.*\\D.*|.{5,}|)"))) {
      throw new UnreadableCalendar("\"" + text + "\" counts what cannot be counted");
    }
    String end =
        parts.stream()
            .filter(part -> part.startsWith(END))
            .map(part -> part.substring(END.length()))
            .findFirst()
            .orElse("");
    try {
      Recur<LocalDateTime> rule =
          new Recur<>(
              parts.stream()
                  .filter(part -> !part.startsWith(END))
                  .collect(Collectors.joining(";")));
      if (end.endsWith("Z")) {
        EventTime until = EventTime.read(end.substring(0, end.length() - 1), utc());
        return new Recurrence(rule, null, until.instant());
      }
      return new Recurrence(rule, end.isEmpty() ? null : lastLocal(end), null);
    } catch (RuntimeException e) { // iCal4j breaks on a bad rule in more than one way
      throw new UnreadableCalendar("\"" + text + "\" is no rule: " + e.getMessage());
    }
  }

  private static LocalDateTime lastLocal(String end) throws UnreadableCalendar {
    EventTime until = EventTime.read(end, utc());
    return until.isDay() ? until.local().plusDays(1).minusNanos(1) : until.local();
  }

  private static LocalClock utc() {
    return LocalClock.of(ZoneOffset.UTC);
  }

  /**
   * Return the local times of a window at which the rule, begun at the first, comes again, in
   * order; the first itself only if it obeys the rule.
   *
   * @param to inclusive
   */
  List<LocalDateTime> starts(LocalDateTime first, LocalDateTime from, LocalDateTime to) {
    return rule
        .getDates(first, from.isBefore(first) ? first : from, to.plusSeconds(1), MOST + 1)
        .stream()
        .filter(start -> !start.isBefore(first) && !start.isAfter(to))
        .filter(start -> lastLocal == null || !start.isAfter(lastLocal))
        .toList();
  }

  /** Tell whether the rule has not ended by an instant at which it comes again. */
  boolean lastsUntil(Instant start) {
    return last == null || !start.isAfter(last);
  }
}
