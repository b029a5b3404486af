package dev.tocsin.platform.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;

/** Counts working time the slow way: a mark for every minute of a window. */
final class MinuteOracle {

  private final Instant begin;
  private final boolean[] counts;

  /** Marks the minutes of some days; the window itself begins and ends at a UTC midnight. */
  MinuteOracle(WeeklyHours hours, LocalDate first, int days) {
    begin = first.atStartOfDay().toInstant(ZoneOffset.UTC);
    counts = new boolean[days * DayFrame.DAY];
    for (LocalDate day = first.minusDays(4); day.isBefore(first.plusDays(days + 2L)); ) {
      for (DayFrame frame : hours.week().getOrDefault(day.getDayOfWeek(), List.of())) {
        if (!hours.holidays().containsKey(day)) {
          mark(hours.zone().getRules(), day, frame);
        }
      }
      day = day.plusDays(1);
    }
  }

  private void mark(ZoneRules rules, LocalDate day, DayFrame frame) {
    int from = minute(law(rules, day.atStartOfDay().plusMinutes(frame.from())));
    int to = minute(law(rules, day.atStartOfDay().plusMinutes(frame.to())));
    for (int i = Math.max(0, from); i < Math.min(to, counts.length); i++) {
      counts[i] = true;
    }
  }

  /** The DST law, said once more: the offset before a gap; of two offsets the first in time. */
  private static Instant law(ZoneRules rules, LocalDateTime local) {
    List<ZoneOffset> valid = rules.getValidOffsets(local);
    ZoneOffset offset =
        valid.isEmpty() ? rules.getTransition(local).getOffsetBefore() : valid.get(0);
    return local.toInstant(offset);
  }

  int minute(Instant instant) {
    return Math.toIntExact(Math.floorDiv(Duration.between(begin, instant).toSeconds(), 60));
  }

  Instant at(int minute) {
    return begin.plusSeconds(60L * minute);
  }

  int length() {
    return counts.length;
  }

  /** Returns the minutes that count in {@code [from, to)}. */
  int counted(int from, int to) {
    int total = 0;
    for (int i = from; i < to; i++) {
      total += counts[i] ? 1 : 0;
    }
    return total;
  }

  /** Returns the minute at whose beginning so many have counted since another; −1 if none. */
  int due(int from, int work) {
    int left = work;
    for (int i = from; i < counts.length; i++) {
      left -= counts[i] ? 1 : 0;
      if (left == 0) {
        return i + 1;
      }
    }
    return -1;
  }
}
