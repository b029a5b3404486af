package dev.tocsin.sla.internal;

import dev.tocsin.sla.Metric;
import dev.tocsin.sla.internal.Stretch.Reason;
import dev.tocsin.ticketing.TicketChanged;
import dev.tocsin.ticketing.TicketCommented;
import dev.tocsin.ticketing.TicketOpened;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketTransitioned;
import dev.tocsin.ticketing.Visibility;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Hears what happens to tickets and moves their clocks, inside the same transaction. */
@Dependent
public class TicketObserver {

  @Inject private Policies policies;
  @Inject private ClockKeeper keeper;

  void opened(@Observes TicketOpened event) {
    policies
        .policyFor(
            new PolicyFacts(event.priority(), event.customerId(), event.tags(), event.teamId()))
        .ifPresent(policy -> keeper.start(event.ticketId(), event.number(), policy, event.at()));
  }

  void commented(@Observes TicketCommented event) {
    if (event.byAgent() && event.visibility() == Visibility.PUBLIC) {
      keeper.move(
          event.ticketId(),
          event.at(),
          (clock, run) -> clock.metric() == Metric.FIRST_RESPONSE ? run.met(event.at()) : run);
    }
  }

  void moved(@Observes TicketTransitioned event) {
    Instant at = event.at();
    if (event.to() == TicketStatus.WAITING) {
      keeper.move(
          event.ticketId(),
          at,
          (clock, run) -> pauses(clock) ? run.paused(at, Reason.WAITING) : run);
    } else if (event.to() == TicketStatus.RESOLVED || event.to() == TicketStatus.CLOSED) {
      keeper.move(event.ticketId(), at, (clock, run) -> ended(clock, run, at));
    } else if (event.from() == TicketStatus.RESOLVED) {
      keeper.move(event.ticketId(), at, (clock, run) -> reopened(clock, run, at));
    } else if (event.from() == TicketStatus.WAITING) {
      keeper.move(event.ticketId(), at, (clock, run) -> run.resumed(at));
    }
  }

  void changed(@Observes TicketChanged event) {
    Optional<SlaPolicy> policy =
        policies.policyFor(
            new PolicyFacts(event.priority(), event.customerId(), event.tags(), event.teamId()));
    keeper.move(
        event.ticketId(), event.at(), (clock, run) -> retargeted(clock, run, policy, event.at()));
  }

  private boolean pauses(SlaClock clock) {
    return policies
        .find(clock.policyId())
        .map(policy -> policy.pauses(clock.metric()))
        .orElse(true);
  }

  private static ClockRun ended(SlaClock clock, ClockRun run, Instant at) {
    return clock.metric() == Metric.RESOLUTION ? run.met(at) : run.notApplicable(at);
  }

  private ClockRun reopened(SlaClock clock, ClockRun run, Instant at) {
    return clock.metric() == Metric.RESOLUTION
        ? run.reopened(
            at, policies.find(clock.policyId()).map(SlaPolicy::excludesResolvedTime).orElse(false))
        : run;
  }

  private static ClockRun retargeted(
      SlaClock clock, ClockRun run, Optional<SlaPolicy> policy, Instant at) {
    if (!clock.isOpen()) {
      return run;
    }
    Optional<Duration> target = policy.flatMap(p -> p.target(clock.metric()));
    if (target.isEmpty()) {
      return run.cancelled(at);
    }
    policy.map(SlaPolicy::id).ifPresent(clock::follow);
    return target.get().equals(run.target()) ? run : run.retargeted(target.get(), at);
  }
}
