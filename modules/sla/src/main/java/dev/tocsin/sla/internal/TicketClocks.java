package dev.tocsin.sla.internal;

import static dev.tocsin.sla.Metric.FIRST_RESPONSE;
import static dev.tocsin.sla.Metric.NEXT_RESPONSE;
import static dev.tocsin.sla.Metric.PERIODIC_UPDATE;
import static dev.tocsin.sla.Metric.RESOLUTION;

import dev.tocsin.sla.ClockState;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.internal.Stretch.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The clocks of one ticket as a value, and what each thing that happens does to them.
 *
 * <p>Live tickets, previews and recalculations from a history all go through here. Clocks keep
 * their places: a step changes those there are and may add some at the end. Each exchange of {@code
 * next_response} and {@code periodic_update} is a clock of its own, so that the worst is kept.
 */
record TicketClocks(Standing standing, List<Tracked> clocks) {

  /** A clock and what it measures. */
  record Tracked(Metric metric, ClockRun run) {}

  TicketClocks {
    clocks = List.copyOf(clocks);
  }

  /** Returns the clocks of a ticket opened at an instant. */
  static TicketClocks opened(Terms terms, Instant at) {
    TicketClocks none = new TicketClocks(Standing.NEW, List.of());
    return none.started(FIRST_RESPONSE, terms, at).started(RESOLUTION, terms, at);
  }

  /** Returns the clocks after something happened. */
  TicketClocks after(Happening what, Terms terms, Instant at) {
    TicketClocks next = new TicketClocks(standing.after(what), clocks);
    return switch (what) {
      case AGENT_REPLIED -> {
        TicketClocks met = next.each((metric, run) -> metric == RESOLUTION ? run : run.met(at));
        yield standing.resolved() || standing.closed()
            ? met
            : met.started(PERIODIC_UPDATE, terms, at);
      }
      case CUSTOMER_REPLIED ->
          isPastFirstResponse() && !standing.closed() && open(NEXT_RESPONSE).isEmpty()
              ? next.started(NEXT_RESPONSE, terms, at)
              : next;
      case PAUSED ->
          next.each(
              (metric, run) ->
                  terms.pausing().contains(metric) ? run.paused(at, Reason.WAITING) : run);
      case RESUMED -> next.each((metric, run) -> run.resumed(at));
      case RESOLVED, CLOSED ->
          next.each((metric, run) -> metric == RESOLUTION ? run.met(at) : run.notApplicable(at));
      case REOPENED ->
          next.each(
              (metric, run) ->
                  metric == RESOLUTION ? run.reopened(at, terms.excludeResolvedTime()) : run);
    };
  }

  /**
   * Returns the clocks by other terms, as if they always had been; what is promised no more ends.
   */
  TicketClocks by(Terms terms, Instant at) {
    return each(
        (metric, run) ->
            terms
                .promise(metric)
                .map(promise -> run.promised(promise, at))
                .orElseGet(() -> run.cancelled(at)));
  }

  /** Returns the clocks by the same promises, whose calendars now count other hours. */
  TicketClocks recomputed(Instant at) {
    return each((metric, run) -> run.promised(run.promise(), at));
  }

  /** Returns the clocks as an instant finds them. */
  TicketClocks judged(Instant at) {
    return each((metric, run) -> run.judged(at));
  }

  /** Returns the clocks with those open ones of others that measure what none here has measured. */
  TicketClocks completedBy(TicketClocks others) {
    List<Tracked> all = new ArrayList<>(clocks);
    others.clocks.stream()
        .filter(other -> other.run().isOpen() && !measures(other.metric()))
        .forEach(all::add);
    return new TicketClocks(standing, all);
  }

  /** Returns whether everything that is promised is measured. */
  boolean measuresAllOf(Terms terms) {
    return terms.promises().keySet().stream().allMatch(this::measures);
  }

  /** Returns whether some clock, ended or not, measures a metric; a cancelled one does not. */
  boolean measures(Metric metric) {
    return clocks.stream()
        .filter(clock -> clock.metric() == metric)
        .anyMatch(clock -> clock.run().state() != ClockState.CANCELLED);
  }

  /**
   * Returns whether no first response is owed any more: there was one, or it was resolved without.
   */
  private boolean isPastFirstResponse() {
    return standing.answered() || (measures(FIRST_RESPONSE) && open(FIRST_RESPONSE).isEmpty());
  }

  private Optional<ClockRun> open(Metric metric) {
    return clocks.stream()
        .filter(clock -> clock.metric() == metric && clock.run().isOpen())
        .map(Tracked::run)
        .findFirst();
  }

  private TicketClocks started(Metric metric, Terms terms, Instant at) {
    Optional<Promise> promise = terms.promise(metric);
    if (promise.isEmpty()) {
      return this;
    }
    ClockRun run = ClockRun.start(promise.get(), at);
    boolean asleep = standing.waiting() && terms.pausing().contains(metric);
    List<Tracked> all = new ArrayList<>(clocks);
    all.add(new Tracked(metric, asleep ? run.paused(at, Reason.WAITING) : run));
    return new TicketClocks(standing, all);
  }

  private TicketClocks each(Step step) {
    return new TicketClocks(
        standing,
        clocks.stream()
            .map(clock -> new Tracked(clock.metric(), step.of(clock.metric(), clock.run())))
            .toList());
  }

  /** What a clock of a metric becomes. */
  private interface Step {
    ClockRun of(Metric metric, ClockRun run);
  }
}
