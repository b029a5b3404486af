package dev.tocsin.sla.internal;

import dev.tocsin.platform.worktime.WorkingTime;
import dev.tocsin.sla.ClockState;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.SlaBreached;
import dev.tocsin.ticketing.SlaState;
import dev.tocsin.ticketing.Ticketing;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Moves clocks on, keeps their ledgers, announces what was breached, and tells the ticket.
 *
 * <p>Whoever calls holds the ticket's row; so a clock has one mover at a time, and a breach found
 * by two at once is announced by one.
 */
@Dependent
public class ClockKeeper {

  @Inject private Clocks clocks;
  @Inject private Ticketing tickets;
  @Inject private Event<SlaBreached> breaches;

  /** Starts the clocks that a policy has targets for. */
  void start(UUID ticketId, String number, SlaPolicy policy, Instant at) {
    for (Metric metric : List.of(Metric.FIRST_RESPONSE, Metric.RESOLUTION)) {
      policy
          .target(metric)
          .map(target -> ClockRun.start(target, WorkingTime.aroundTheClock(), at))
          .ifPresent(run -> clocks.add(SlaClock.of(ticketId, number, policy.id(), metric, run)));
    }
  }

  /** Moves a ticket's clocks, each by the given step. */
  void move(UUID ticketId, Instant at, BiFunction<SlaClock, ClockRun, ClockRun> step) {
    List<SlaClock> all = clocks.ofTicket(ticketId);
    SlaState before = worst(all);
    Map<UUID, List<SlaFrame>> frames = clocks.frames(all);
    for (SlaClock clock : all) {
      ClockRun run = clock.run(frames.getOrDefault(clock.id(), List.of()));
      keep(clock, run, step.apply(clock, run), at);
    }
    SlaState after = worst(all);
    if (before != after) {
      tickets.noteSlaState(ticketId, after);
    }
  }

  private void keep(SlaClock clock, ClockRun before, ClockRun after, Instant at) {
    if (after.equals(before)) {
      return;
    }
    clocks.keep(clock, before, after);
    if (Objects.equals(before.breachedAt(), after.breachedAt())) {
      return;
    }
    if (before.breachedAt() != null) {
      clocks.breach(clock.id(), before.breachedAt()).ifPresent(breach -> breach.withdraw(at));
    }
    if (after.breachedAt() != null) {
      announce(clock, after.breachedAt(), at);
    }
  }

  /** Announces a missed deadline once, however often the clock goes back and forth over it. */
  private void announce(SlaClock clock, Instant dueAt, Instant at) {
    clocks
        .breach(clock.id(), dueAt)
        .ifPresentOrElse(
            Breach::stand,
            () -> {
              clocks.add(new Breach(clock.id(), dueAt, at));
              breaches.fire(
                  new SlaBreached(
                      clock.id(),
                      clock.ticketId(),
                      clock.ticketNumber(),
                      clock.metric(),
                      dueAt,
                      at));
            });
  }

  private static SlaState worst(List<SlaClock> all) {
    return all.stream().anyMatch(clock -> clock.state() == ClockState.BREACHED)
        ? SlaState.BREACHED
        : SlaState.OK;
  }
}
