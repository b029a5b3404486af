package dev.tocsin.sla.internal;

import dev.tocsin.persistence.Code;
import dev.tocsin.platform.worktime.Span;
import dev.tocsin.platform.worktime.WorkingTime;
import dev.tocsin.sla.FrameView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells a clock's life stretch by stretch: what counted, what did not, and why.
 *
 * <p>Nothing of it is kept but the {@link Stretch}es; those that count are divided by the hours of
 * the calendar when somebody asks.
 */
final class Ledger {

  /** Frames that are told at most; a clock that takes more is told by its undivided stretches. */
  static final int MOST = 2_000;

  private static final String OUTSIDE_HOURS = "outside_hours";
  private static final String HOLIDAY = "holiday";

  private final WorkingTime time;
  private final Instant now;
  private final List<FrameView> frames = new ArrayList<>();

  private Ledger(WorkingTime time, Instant now) {
    this.time = time;
    this.now = now;
  }

  /**
   * Returns the frames until an instant, oldest first and without gaps; those that count add up to
   * what has elapsed.
   *
   * @param elapsed what the clock counted: hours that say otherwise are others than it ran by
   */
  static List<FrameView> of(ClockRun run, Duration elapsed, Instant now) {
    Ledger divided = new Ledger(run.promise().time(), now);
    return run.stretches().stream().allMatch(divided::divide) && divided.counts(elapsed)
        ? divided.frames
        : run.stretches().stream().map(new Ledger(run.promise().time(), now)::whole).toList();
  }

  /** Adds the frames of a stretch; returns whether there was room. */
  private boolean divide(Stretch stretch) {
    Optional<List<Span>> spans =
        stretch.counted() && stretch.from().isBefore(end(stretch))
            ? time.spans(stretch.from(), end(stretch), MOST - frames.size())
            : Optional.of(List.of());
    spans.ifPresent(parts -> parts.forEach(span -> frames.add(frame(span, stretch))));
    if (spans.filter(List::isEmpty).isPresent()) {
      frames.add(whole(stretch));
    }
    return spans.isPresent();
  }

  private boolean counts(Duration elapsed) {
    return frames.stream()
        .filter(FrameView::counted)
        .map(frame -> Duration.between(frame.from(), frame.to()))
        .reduce(Duration.ZERO, Duration::plus)
        .equals(elapsed);
  }

  private static FrameView frame(Span span, Stretch stretch) {
    String holiday = span.holiday();
    String reason =
        span.counts() ? Code.of(stretch.reason()) : holiday == null ? OUTSIDE_HOURS : HOLIDAY;
    boolean named = holiday != null && !holiday.isEmpty();
    return new FrameView(span.from(), span.to(), span.counts(), reason, named ? holiday : null);
  }

  private FrameView whole(Stretch stretch) {
    return new FrameView(
        stretch.from(), end(stretch), stretch.counted(), Code.of(stretch.reason()), null);
  }

  private Instant end(Stretch stretch) {
    return stretch.to() == null ? now : stretch.to();
  }
}
