package dev.tocsin.web.sla;

import dev.tocsin.sla.ClockView;
import dev.tocsin.sla.FrameView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A clock drawn on a line from its start to its due time, or to where it stands or ended if that is
 * later. The parts follow each other without gaps; of however many stretches the ledger has, those
 * too short to be pointed at are drawn together.
 */
public final class ClockBar {

  /** The reasons that are the calendar's. */
  private static final Set<String> CLOSED = Set.of("outside_hours", "holiday");

  /** What of the line, in percent, is wide enough to be a part of its own. */
  private static final double WIDE = 1.5;

  /** What a stretch is. */
  public enum Kind {
    /** Time that counts. */
    COUNTED,
    /** Time that counts, after the due time. */
    LATE,
    /** Time that does not count, because of the ticket's state. */
    PAUSED,
    /** Time that does not count, because of the calendar. */
    CLOSED,
    /** Stretches of several kinds, drawn together. */
    MIXED
  }

  private final double length;
  private final List<ClockPart> parts = new ArrayList<>();
  private final ClockRun run = new ClockRun();

  private ClockBar(Instant start, Instant end) {
    this.length = Math.max(1, ClockRun.seconds(Duration.between(start, end)));
  }

  /** Draws a clock. */
  public static ClockBar of(ClockView clock) {
    Instant due = clock.dueAt();
    Instant end = clock.startedAt();
    for (FrameView frame : clock.frames()) {
      end = frame.to().isAfter(end) ? frame.to() : end;
    }
    ClockBar bar = new ClockBar(clock.startedAt(), due != null && due.isAfter(end) ? due : end);
    clock.frames().forEach(frame -> bar.draw(frame, due));
    bar.finish();
    return bar;
  }

  private void draw(FrameView frame, @Nullable Instant due) {
    if (!frame.counted()) {
      Kind kind = CLOSED.contains(frame.reason()) ? Kind.CLOSED : Kind.PAUSED;
      add(kind, frame, frame.from(), frame.to());
    } else if (due == null || !frame.to().isAfter(due)) {
      add(Kind.COUNTED, frame, frame.from(), frame.to());
    } else {
      Instant late = frame.from().isAfter(due) ? frame.from() : due;
      add(Kind.COUNTED, frame, frame.from(), late);
      add(Kind.LATE, frame, late, frame.to());
    }
  }

  private void add(Kind kind, FrameView frame, Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return;
    }
    boolean wide = percent(Duration.between(from, to)) >= WIDE;
    if (wide) {
      finish();
    }
    run.add(kind, frame, from, to);
    if (wide || percent(run.length()) >= WIDE) {
      finish();
    }
  }

  private void finish() {
    if (!run.isEmpty()) {
      parts.add(run.part(percent(run.length())));
      run.clear();
    }
  }

  private double percent(Duration part) {
    return 100 * ClockRun.seconds(part) / length;
  }

  /** Returns the parts from the start; what is left until the due time is free. */
  public List<ClockPart> getParts() {
    return parts;
  }
}
