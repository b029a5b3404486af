package dev.tocsin.sla.internal;

import dev.tocsin.platform.time.Times;
import dev.tocsin.sla.ClockState;
import dev.tocsin.sla.SlaBreached;
import dev.tocsin.sla.SlaThresholdReached;
import dev.tocsin.sla.Threshold;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells of bands and breaches, each once for a clock and a due time, and when to look again. */
@Dependent
public class Announcements {

  private static final Duration IN_TIME = Duration.ofMinutes(1);
  private static final Duration STRICTLY_AFTER = Duration.ofNanos(1_000);

  @Inject private Clocks clocks;
  @Inject private Event<SlaBreached> breaches;
  @Inject private Event<SlaThresholdReached> thresholds;
  @Inject private TicketNotes notes;

  /**
   * Announces what a clock has come to and lets it be woken for what may come next.
   *
   * @param before what it was; null when it has just begun
   */
  void settle(
      SlaClock clock, @Nullable ClockRun before, ClockRun run, List<Threshold> bands, Instant at) {
    List<Threshold> entered = Bands.entered(bands, run, at);
    Instant missedBefore = before == null ? null : before.breachedAt();
    if (!Objects.equals(missedBefore, run.breachedAt())) {
      breach(clock, missedBefore, run.breachedAt(), entered, at);
    }
    Instant due = run.dueAt();
    if (run.state() != ClockState.RUNNING || due == null) {
      clock.wake(null, false);
      return;
    }
    if (!entered.isEmpty()) {
      boolean isNew = before == null || !due.equals(before.dueAt());
      enter(clock, Times.truncate(due), entered, isNew, at);
    }
    Instant deadline = Times.truncate(due).plus(STRICTLY_AFTER);
    clock.wake(Bands.next(bands, run, at).orElse(deadline), !entered.isEmpty());
  }

  private void breach(
      SlaClock clock,
      @Nullable Instant missedBefore,
      @Nullable Instant missed,
      List<Threshold> entered,
      Instant at) {
    if (missedBefore != null) {
      clocks.breach(clock.id(), missedBefore).ifPresent(breach -> breach.withdraw(at));
      notes.withdrawn(clock, missedBefore, at);
    }
    if (missed == null) {
      return;
    }
    Instant due = Times.truncate(missed);
    clocks
        .breach(clock.id(), due)
        .ifPresentOrElse(
            breach -> {
              breach.stand();
              notes.missed(clock, due, at);
            },
            () -> {
              unknown(clock, due, entered)
                  .forEach(band -> clocks.add(new ReachedThreshold(clock.id(), due, band, null)));
              clocks.add(new Breach(clock.id(), due, at));
              breaches.fire(
                  new SlaBreached(
                      clock.id(), clock.ticketId(), clock.ticketNumber(), clock.metric(), due, at));
            });
  }

  /**
   * Announces the tightest band; wider ones that nobody was told of are superseded by it.
   *
   * @param isNew whether the due time is; so nobody could have told of it earlier
   */
  private void enter(
      SlaClock clock, Instant due, List<Threshold> entered, boolean isNew, Instant at) {
    Threshold tightest = entered.get(entered.size() - 1);
    List<Threshold> unknown = unknown(clock, due, entered);
    if (!unknown.contains(tightest)) {
      return;
    }
    for (Threshold band : unknown) {
      Instant announced = band.equals(tightest) ? at : null;
      clocks.add(new ReachedThreshold(clock.id(), due, band, announced));
    }
    boolean late =
        !isNew && (unknown.size() > 1 || due.minus(tightest.before()).plus(IN_TIME).isBefore(at));
    thresholds.fire(
        new SlaThresholdReached(
            clock.id(),
            clock.ticketId(),
            clock.ticketNumber(),
            clock.metric(),
            tightest.label(),
            due,
            at,
            late));
  }

  private List<Threshold> unknown(SlaClock clock, Instant due, List<Threshold> entered) {
    if (entered.isEmpty()) {
      return entered;
    }
    List<ReachedThreshold> known = clocks.reached(clock.id(), due);
    return entered.stream().filter(band -> known.stream().noneMatch(old -> old.is(band))).toList();
  }
}
