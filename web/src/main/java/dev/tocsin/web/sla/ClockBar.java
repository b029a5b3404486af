package dev.tocsin.web.sla;

import dev.tocsin.sla.ClockView;
import dev.tocsin.sla.FrameView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A clock drawn on a line from its start to its due time, or to where it stands or ended if that is
 * later; every width is in percent of it. The parts follow each other without gaps.
 */
public final class ClockBar {

  /** What a part of the line is. */
  public enum Kind {
    /** Time that counts. */
    COUNTED,
    /** Time that counts, after the due time. */
    LATE,
    /** Time that does not count. */
    PAUSED
  }

  /** More stretches than these would be slivers: a calendar's closed hours are then not drawn. */
  private static final int MOST = 60;

  private final double length;
  private final List<Part> parts = new ArrayList<>();

  /**
   * A stretch of the ledger, or a piece of one that the due time divides.
   *
   * @param reason the ledger's own
   * @param holiday what the holiday is called; null for none
   */
  public record Part(
      String width, Kind kind, String reason, @Nullable String holiday, Instant from, Instant to) {

    /** Returns how long it lasts. */
    public Duration length() {
      return Duration.between(from, to);
    }
  }

  private ClockBar(Instant start, Instant end) {
    this.length = Math.max(1, seconds(Duration.between(start, end)));
  }

  /** Draws a clock. */
  public static ClockBar of(ClockView clock) {
    Instant due = clock.dueAt();
    Instant end = clock.startedAt();
    for (FrameView frame : clock.frames()) {
      end = frame.to().isAfter(end) ? frame.to() : end;
    }
    ClockBar bar = new ClockBar(clock.startedAt(), due != null && due.isAfter(end) ? due : end);
    for (FrameView frame : drawn(clock.frames())) {
      if (!frame.counted()) {
        bar.add(frame, frame.from(), frame.to(), Kind.PAUSED);
      } else if (due == null || !frame.to().isAfter(due)) {
        bar.add(frame, frame.from(), frame.to(), Kind.COUNTED);
      } else {
        Instant late = frame.from().isAfter(due) ? frame.from() : due;
        bar.add(frame, frame.from(), late, Kind.COUNTED);
        bar.add(frame, late, frame.to(), Kind.LATE);
      }
    }
    return bar;
  }

  private static List<FrameView> drawn(List<FrameView> frames) {
    if (frames.size() <= MOST) {
      return frames;
    }
    List<FrameView> joined = new ArrayList<>();
    for (FrameView frame : frames) {
      FrameView last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && isByCalendar(last) && isByCalendar(frame)) {
        joined.set(
            joined.size() - 1, new FrameView(last.from(), frame.to(), true, "running", null));
      } else {
        joined.add(frame);
      }
    }
    return joined;
  }

  private static boolean isByCalendar(FrameView frame) {
    return !frame.reason().equals("waiting") && !frame.reason().equals("resolved");
  }

  private void add(FrameView frame, Instant from, Instant to, Kind kind) {
    if (from.isBefore(to)) {
      String width = percent(Duration.between(from, to));
      parts.add(new Part(width, kind, frame.reason(), frame.holiday(), from, to));
    }
  }

  private String percent(Duration part) {
    return String.format(Locale.ROOT, "%.3f", 100 * seconds(part) / length);
  }

  private static double seconds(Duration length) {
    return length.toNanos() / 1e9;
  }

  /** Returns the ledger's stretches from the start; what is left until the due time is free. */
  public List<Part> getParts() {
    return parts;
  }
}
