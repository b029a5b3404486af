package dev.tocsin.platform.worktime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lays stretches of time end to end between two instants, and joins neighbours that are alike. */
final class Spans {

  private final List<Span> laid = new ArrayList<>();
  private final Instant end;
  private Instant reached;

  Spans(Instant begin, Instant end) {
    this.reached = begin;
    this.end = end;
  }

  /** Goes on until an instant with what counts; one that was reached before changes nothing. */
  void open(Instant until) {
    go(until, true, null);
  }

  /** Goes on until an instant with what does not count, some of it for the sake of days off. */
  void closed(Instant until, List<DayOff> daysOff) {
    for (DayOff off : daysOff) {
      go(earlier(off.frame().from(), until), false, null);
      go(earlier(off.frame().to(), until), false, off.name());
    }
    go(until, false, null);
  }

  private void go(Instant until, boolean counts, @Nullable String holiday) {
    Instant to = earlier(until, end);
    if (!reached.isBefore(to)) {
      return;
    }
    Span last = laid.isEmpty() ? null : laid.get(laid.size() - 1);
    if (last != null && last.counts() == counts && Objects.equals(last.holiday(), holiday)) {
      laid.set(laid.size() - 1, new Span(last.from(), to, counts, holiday));
    } else {
      laid.add(new Span(reached, to, counts, holiday));
    }
    reached = to;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  List<Span> laid() {
    return List.copyOf(laid);
  }

  int size() {
    return laid.size();
  }

  /** A frame that would count but for a day off of this name. */
  record DayOff(Opening frame, String name) {}
}
