package dev.tocsin.sla.internal;

import static dev.tocsin.sla.ClockState.BREACHED;
import static dev.tocsin.sla.ClockState.CANCELLED;
import static dev.tocsin.sla.ClockState.MET;
import static dev.tocsin.sla.ClockState.NOT_APPLICABLE;
import static dev.tocsin.sla.ClockState.PAUSED;
import static dev.tocsin.sla.ClockState.RUNNING;

import dev.tocsin.platform.worktime.WorkingTime;
import dev.tocsin.sla.ClockState;
import dev.tocsin.sla.internal.Stretch.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock as a value, and the whole arithmetic of service levels, to the nanosecond.
 *
 * <p>A clock starts running and ends met, not applicable or cancelled. It may pause and resume in
 * between, get another target, and be reopened after it was met. It is breached when an instant
 * strictly after its due time finds it unended; it then runs on until it is met late. Every verb
 * first judges the clock at its own instant, so that it does not matter whether anybody looked in
 * time. Verbs that do not apply change nothing.
 *
 * @param dueAt null while paused
 * @param breachedAt the due time that was missed; null if none
 * @param stretches the ledger without gaps; the last one is open until the clock ends
 * @param worked the working time of the stretches that are over
 */
record ClockRun(
    ClockState state,
    Promise promise,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant dueAt,
    @Nullable Instant breachedAt,
    boolean metLate,
    List<Stretch> stretches,
    Duration worked) {

  ClockRun {
    stretches = List.copyOf(stretches);
  }

  static ClockRun start(Promise promise, Instant at) {
    List<Stretch> ledger = List.of(new Stretch(at, null, true, Reason.RUNNING));
    Instant due = promise.time().due(at, promise.target());
    return new ClockRun(RUNNING, promise, at, null, due, null, false, ledger, Duration.ZERO);
  }

  Duration target() {
    return promise.target();
  }

  /** Returns whether it has not ended. */
  boolean isOpen() {
    return endedAt == null;
  }

  /** Finds the breach, if there is one: strictly after the due time. */
  ClockRun judged(Instant at) {
    if (endedAt != null || breachedAt != null || dueAt == null || !at.isAfter(dueAt)) {
      return this;
    }
    return new ClockRun(BREACHED, promise, startedAt, null, dueAt, dueAt, false, stretches, worked);
  }

  /** Stops counting. */
  ClockRun paused(Instant at, Reason reason) {
    if (endedAt != null || !current().counted()) {
      return this;
    }
    return judged(at).followedBy(new Stretch(at, null, false, reason));
  }

  /** Counts again; the deadline moves by exactly the working time paused. */
  ClockRun resumed(Instant at) {
    if (endedAt != null || current().counted()) {
      return this;
    }
    return followedBy(new Stretch(at, null, true, Reason.RUNNING)).judged(at);
  }

  /** Ends as what was promised was done; late if the deadline had passed. */
  ClockRun met(Instant at) {
    return endedAt != null ? this : judged(at).ended(at, MET);
  }

  /** Ends because there is nothing left to promise; one already late stays breached. */
  ClockRun notApplicable(Instant at) {
    return endedAt != null ? this : judged(at).ended(at, NOT_APPLICABLE);
  }

  /** Ends because the promise itself is gone. */
  ClockRun cancelled(Instant at) {
    return endedAt != null
        ? this
        : new ClockRun(
            CANCELLED, promise, startedAt, at, dueAt, null, false, closedAt(at), workedAt(at));
  }

  /**
   * Runs on after it was met: with its original due time, or leaving the time since then out.
   *
   * @param exclude whether the time between is left out
   */
  ClockRun reopened(Instant at, boolean exclude) {
    if (endedAt == null || (state != MET && state != BREACHED)) {
      return this;
    }
    List<Stretch> ledger = new ArrayList<>(stretches);
    add(ledger, new Stretch(endedAt, at, !exclude, Reason.RESOLVED));
    ledger.add(new Stretch(at, null, true, Reason.RUNNING));
    return recounted(ledger).judged(at);
  }

  /** Runs by another promise, as if it always had; a breach that is none any more is undone. */
  ClockRun promised(Promise other, Instant at) {
    if (endedAt != null) {
      return this;
    }
    return new ClockRun(state, other, startedAt, null, null, null, false, stretches, worked)
        .recounted(stretches)
        .judged(at);
  }

  /** Returns the working time counted until an instant. */
  Duration elapsed(Instant at) {
    return stretches.stream()
        .map(stretch -> stretch.countedUntil(at, promise.time()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Returns the working time left at an instant; negative when overdue. */
  Duration remaining(Instant at) {
    return target().minus(elapsed(at));
  }

  private Stretch current() {
    return stretches.get(stretches.size() - 1);
  }

  /** Goes on with another stretch, from where that begins; a breach stays one. */
  private ClockRun followedBy(Stretch next) {
    List<Stretch> ledger = new ArrayList<>(closedAt(next.from()));
    ledger.add(next);
    Duration over = workedAt(next.from());
    if (!next.counted() || breachedAt != null) {
      return going(ledger, over, null);
    }
    // the target is used up already only if the calendar has become another meanwhile
    Duration left = target().minus(over);
    return going(
        ledger, over, left.isNegative() ? due(ledger) : promise.time().due(next.from(), left));
  }

  /** Goes on with another ledger, or by another promise: all of it is counted anew. */
  private ClockRun recounted(List<Stretch> ledger) {
    List<Stretch> over = ledger.subList(0, ledger.size() - 1);
    return going(ledger, worked(over, promise.time()), breachedAt == null ? due(ledger) : null);
  }

  private ClockRun going(List<Stretch> ledger, Duration over, @Nullable Instant due) {
    boolean counting = ledger.get(ledger.size() - 1).counted();
    ClockState now = breachedAt != null ? BREACHED : counting ? RUNNING : PAUSED;
    Instant deadline = breachedAt != null ? breachedAt : due;
    return new ClockRun(now, promise, startedAt, null, deadline, breachedAt, false, ledger, over);
  }

  /** Returns the working time of stretches that are over. */
  static Duration worked(List<Stretch> over, WorkingTime time) {
    return over.stream()
        .map(stretch -> stretch.countedUntil(Instant.MAX, time))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private Duration workedAt(Instant end) {
    return worked.plus(current().countedUntil(end, promise.time()));
  }

  private ClockRun ended(Instant at, ClockState as) {
    boolean late = breachedAt != null;
    return new ClockRun(
        late ? BREACHED : as,
        promise,
        startedAt,
        at,
        dueAt,
        breachedAt,
        late && as == MET,
        closedAt(at),
        workedAt(at));
  }

  /** Returns when the target is used up; null when it is not, and nothing counts at present. */
  private @Nullable Instant due(List<Stretch> ledger) {
    WorkingTime time = promise.time();
    Duration left = promise.target();
    for (Stretch stretch : ledger) {
      if (!stretch.counted()) {
        continue;
      }
      if (stretch.to() == null) {
        return time.due(stretch.from(), left);
      }
      Duration worked = time.between(stretch.from(), stretch.to());
      if (left.compareTo(worked) < 0) {
        return time.due(stretch.from(), left);
      }
      left = left.minus(worked);
    }
    return null;
  }

  private List<Stretch> closedAt(Instant at) {
    List<Stretch> ledger = new ArrayList<>(stretches.subList(0, stretches.size() - 1));
    add(ledger, current().endedAt(at));
    return ledger;
  }

  private static void add(List<Stretch> ledger, Stretch stretch) {
    if (!stretch.from().equals(stretch.to())) {
      ledger.add(stretch);
    }
  }
}
