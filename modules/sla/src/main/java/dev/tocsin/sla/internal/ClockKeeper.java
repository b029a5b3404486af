package dev.tocsin.sla.internal;

import dev.tocsin.platform.worktime.WorkingTime;
import dev.tocsin.sla.internal.TicketClocks.Tracked;
import dev.tocsin.ticketing.SlaState;
import dev.tocsin.ticketing.Ticketing;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Moves clocks on, keeps their ledgers, has announced what they came to, and tells the ticket.
 *
 * <p>Whoever calls holds the ticket's row; so a clock has one mover at a time, and a breach found
 * by two at once is announced by one.
 */
@Dependent
public class ClockKeeper {

  @Inject private Clocks clocks;
  @Inject private Policies policies;
  @Inject private Calendars calendars;
  @Inject private Announcements announcements;
  @Inject private TicketStories stories;
  @Inject private Ticketing tickets;

  /** Starts the clocks that a new ticket's policy has targets for. */
  void open(Subject ticket, SlaPolicy policy, Instant at) {
    List<Tracked> started = TicketClocks.opened(policy.terms(calendars), at).clocks();
    add(ticket, policy, started, at);
  }

  /**
   * Ends the clocks of a ticket that another one takes over: nothing is promised on it any more.
   */
  void cancel(UUID ticketId, Instant at) {
    LiveClocks live = load(ticketId, Standing.NEW);
    keep(live, live.value().by(Terms.NONE, at), List.of(), clock -> false, at);
  }

  /** Lets something happen that only concerns clocks there are. */
  void happened(UUID ticketId, Happening what, Instant at) {
    LiveClocks live = load(ticketId, Standing.NEW);
    Terms terms =
        live.policyId()
            .flatMap(policies::find)
            .map(policy -> policy.terms(calendars))
            .orElse(Terms.NONE);
    keep(live, live.value().after(what, terms, at), List.of(), clock -> false, at);
  }

  /** Lets something be said, which may begin another exchange. */
  void said(
      UUID ticketId, Happening what, Standing standing, Optional<Subject> ticket, Instant at) {
    LiveClocks live = load(ticketId, standing);
    Optional<SlaPolicy> policy = ticket.flatMap(known -> policies.policyFor(known.facts()));
    Terms terms = policy.map(known -> known.terms(calendars)).orElse(Terms.NONE);
    TicketClocks after = live.value().after(what, terms, at);
    List<SlaClock> begun =
        ticket.isPresent() && policy.isPresent()
            ? add(ticket.get(), policy.get(), live.beyond(after), at)
            : List.of();
    keep(live, after, begun, clock -> false, at);
  }

  /** Lets the clocks run by the policy that the ticket has now, as if they always had. */
  void follow(Subject ticket, Instant at) {
    LiveClocks live = load(ticket.id(), Standing.NEW);
    Optional<SlaPolicy> policy = policies.policyFor(ticket.facts());
    Terms terms = policy.map(known -> known.terms(calendars)).orElse(Terms.NONE);
    List<SlaClock> begun = List.of();
    if (policy.isPresent()) {
      live.open().forEach(clock -> clock.follow(policy.get().id(), ticket.teamId()));
      begun = add(ticket, policy.get(), missing(ticket, live, terms, at), at);
    }
    keep(live, live.value().by(terms, at), begun, SlaClock::isOpen, at);
  }

  /** Returns the open clocks that a ticket's history makes of what nothing has measured yet. */
  private List<Tracked> missing(Subject ticket, LiveClocks live, Terms terms, Instant at) {
    if (live.value().measuresAllOf(terms)) {
      return List.of();
    }
    TicketClocks told = stories.of(ticket.id()).fold(terms).judged(at);
    return live.beyond(live.value().completedBy(told));
  }

  /**
   * Recomputes the open clocks of tickets by the policies they run by, their calendars being
   * others.
   */
  void recompute(List<UUID> ticketIds, Instant at) {
    Map<UUID, List<SlaClock>> rows =
        clocks.ofTickets(ticketIds).stream().collect(Collectors.groupingBy(SlaClock::ticketId));
    Map<UUID, List<SlaFrame>> frames =
        clocks.frames(rows.values().stream().flatMap(List::stream).toList());
    for (List<SlaClock> ofTicket : rows.values()) {
      LiveClocks live = LiveClocks.of(ofTicket, any -> frames, this::time, Standing.NEW);
      keep(live, live.value().recomputed(at), List.of(), SlaClock::isOpen, at);
    }
  }

  /** Looks at one clock whose time has come. */
  void look(UUID ticketId, UUID clockId, Instant at) {
    LiveClocks live = load(ticketId, Standing.NEW);
    for (int i = 0; i < live.rows().size(); i++) {
      SlaClock clock = live.rows().get(i);
      if (clock.id().equals(clockId)) {
        ClockRun run = live.run(i);
        keep(clock, run, run.judged(at), at);
      }
    }
    note(live, List.of());
  }

  private LiveClocks load(UUID ticketId, Standing standing) {
    return LiveClocks.of(clocks.ofTicket(ticketId), clocks::frames, this::time, standing);
  }

  private WorkingTime time(SlaClock clock) {
    return calendars.time(clock.calendarId());
  }

  /**
   * Keeps what became of the clocks.
   *
   * @param anyway which to settle although nothing became of them: their bands may be others
   */
  private void keep(
      LiveClocks live,
      TicketClocks after,
      List<SlaClock> begun,
      Predicate<SlaClock> anyway,
      Instant at) {
    for (int i = 0; i < live.rows().size(); i++) {
      ClockRun run = after.clocks().get(i).run();
      SlaClock clock = live.rows().get(i);
      if (anyway.test(clock) || !run.equals(live.run(i))) {
        keep(clock, live.run(i), run, at);
      }
    }
    note(live, begun);
  }

  private void keep(SlaClock clock, ClockRun before, ClockRun after, Instant at) {
    if (!after.equals(before)) {
      clocks.keep(clock, before, after);
    }
    announcements.settle(clock, before, after, policies.bandsOf(clock), at);
  }

  private List<SlaClock> add(Subject ticket, SlaPolicy policy, List<Tracked> started, Instant at) {
    List<SlaClock> added = new ArrayList<>();
    for (Tracked tracked : started) {
      SlaClock clock = SlaClock.of(ticket, policy.id(), tracked.metric(), tracked.run());
      clocks.add(clock, tracked.run());
      announcements.settle(clock, null, tracked.run(), policy.thresholds(), at);
      added.add(clock);
    }
    return added;
  }

  /** Tells the ticket what its clocks amount to, if that is something else than before. */
  private void note(LiveClocks live, List<SlaClock> begun) {
    List<SlaClock> all = Stream.concat(live.rows().stream(), begun.stream()).toList();
    SlaState now = SlaClock.worst(all);
    if (now != live.sla()) {
      tickets.noteSlaState(all.get(0).ticketId(), now);
    }
  }
}
