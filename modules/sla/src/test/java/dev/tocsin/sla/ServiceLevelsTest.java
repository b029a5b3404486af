package dev.tocsin.sla;

import static dev.tocsin.sla.ClockState.BREACHED;
import static dev.tocsin.sla.ClockState.CANCELLED;
import static dev.tocsin.sla.ClockState.MET;
import static dev.tocsin.sla.ClockState.NOT_APPLICABLE;
import static dev.tocsin.sla.ClockState.PAUSED;
import static dev.tocsin.sla.ClockState.RUNNING;
import static dev.tocsin.sla.Metric.FIRST_RESPONSE;
import static dev.tocsin.sla.Metric.RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.accounts.CreateCustomer;
import dev.tocsin.accounts.Customers;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.platform.work.Batch;
import dev.tocsin.sla.internal.SlaDeadlines;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.ChangeTicket;
import dev.tocsin.ticketing.HistoryView;
import dev.tocsin.ticketing.OpenTicket;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.SlaState;
import dev.tocsin.ticketing.TicketQuery;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketSummary;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.TransitionTicket;
import dev.tocsin.ticketing.merging.MergeTicket;
import dev.tocsin.ticketing.merging.TicketMerging;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServiceLevelsTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db =
      TestDatabase.withSchemas("platform", "accounts", "ticketing", "sla");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Transactions.class, Users.class, Ticketing.class, ServiceLevels.class);

  private static final Actor ADMIN = Actor.system("test");
  private static final Actor AGENT =
      new Actor(Actor.Kind.API_TOKEN, Ids.next(), "agent", Role.AGENT, null);
  private static UUID customer = Ids.next();

  private Ticketing tickets;
  private ServiceLevels levels;

  @BeforeAll
  static void furnish() {
    customer = beans.get(Customers.class).create(ADMIN, new CreateCustomer("cust-1", "One")).id();
  }

  @BeforeEach
  void clear() {
    db.sql("TRUNCATE ticketing.ticket, sla.clock CASCADE");
    tickets = beans.get(Ticketing.class);
    levels = beans.get(ServiceLevels.class);
  }

  private TicketView open(Priority priority) {
    TicketView ticket =
        tickets.open(
            AGENT, new OpenTicket(customer, "Help", null, priority, null, null, null, null, null));
    return ticket;
  }

  private TicketView triaged(Priority priority) {
    return move(open(priority), TicketStatus.TRIAGED);
  }

  private TicketView move(TicketView ticket, TicketStatus... path) {
    TicketView moved = ticket;
    for (TicketStatus to : path) {
      moved = tickets.transition(AGENT, ticket.number(), TransitionTicket.to(to));
    }
    return moved;
  }

  private void answer(TicketView ticket) {
    tickets.comment(AGENT, ticket.number(), AddComment.inPublic("On it."));
  }

  private static void wait(Duration since) {
    beans.clock().set(TestContainer.START.plus(since));
  }

  private static Batch beat() {
    return beans.get(SlaDeadlines.class).run(beans.clock().instant());
  }

  private ClockView clock(TicketView ticket, Metric metric) {
    return levels.clocksOf(AGENT, ticket.number()).stream()
        .filter(clock -> clock.metric() == metric)
        .findFirst()
        .orElseThrow();
  }

  private SlaState sla(TicketView ticket) {
    return tickets.require(AGENT, ticket.number()).sla();
  }

  @Test
  void aTicketStartsItsTwoClocksByTheDefaultsOfItsPriority() {
    TicketView ticket = open(Priority.P1);
    assertThat(levels.clocksOf(AGENT, ticket.id()))
        .extracting(ClockView::metric, ClockView::state, ClockView::target, ClockView::dueAt)
        .containsExactly(
            tuple(FIRST_RESPONSE, RUNNING, Duration.ofHours(1), at(Duration.ofHours(1))),
            tuple(RESOLUTION, RUNNING, Duration.ofHours(24), at(Duration.ofHours(24))));
    assertThat(sla(ticket)).isEqualTo(SlaState.OK);
  }

  private static Instant at(Duration since) {
    return TestContainer.START.plus(since);
  }

  @Test
  void aTicketThatIsRolledBackHasNoClock() {
    assertThatThrownBy(
            () ->
                beans.inTransaction(
                    () -> {
                      open(Priority.P1);
                      throw new IllegalStateException("power cut");
                    }))
        .hasMessage("power cut");
    wait(Duration.ofDays(30));
    assertThat(beat()).isEqualTo(Batch.NOTHING);
  }

  @Test
  @Tag("support-19")
  @Tag("support-24")
  void aBreachIsFoundStrictlyAfterItsDueTimeAndAnnouncedOnce() {
    TicketView ticket = open(Priority.P0);
    wait(Duration.ofMinutes(10));
    beat();
    wait(Duration.ofMinutes(15));
    assertThat(beat()).isEqualTo(Batch.NOTHING);
    assertThat(beans.announced(SlaBreached.class)).isEmpty();

    wait(Duration.ofMinutes(15).plusNanos(1_000));
    assertThat(beat().done()).isEqualTo(1);
    assertThat(beat()).isEqualTo(Batch.NOTHING);
    ClockView clock = clock(ticket, FIRST_RESPONSE);
    assertThat(beans.announced(SlaBreached.class))
        .containsExactly(
            new SlaBreached(
                Objects.requireNonNull(clock.id(), "a live clock has one"),
                ticket.id(),
                ticket.number(),
                FIRST_RESPONSE,
                at(Duration.ofMinutes(15)),
                beans.clock().instant()));
    assertThat(clock.state()).isEqualTo(BREACHED);
    assertThat(clock.breachedAt()).isEqualTo(at(Duration.ofMinutes(15)));
    assertThat(sla(ticket)).isEqualTo(SlaState.BREACHED);
    assertThat(
            tickets
                .list(AGENT, TicketQuery.all().withSla(SlaState.BREACHED), PageRequest.first())
                .data())
        .extracting(TicketSummary::number)
        .containsExactly(ticket.number());
  }

  @Test
  @Tag("support-20")
  void responseIsAnnouncedBeforeResolution() {
    open(Priority.P0);
    wait(Duration.ofHours(4).plusSeconds(1));
    assertThat(beat().done()).isEqualTo(2);
    assertThat(beans.announced(SlaBreached.class))
        .extracting(SlaBreached::metric)
        .containsExactly(FIRST_RESPONSE, RESOLUTION);
  }

  @Test
  @Tag("support-21")
  void anAnsweredTicketBreachesItsResolutionOnly() {
    TicketView ticket = triaged(Priority.P2);
    wait(Duration.ofHours(1));
    answer(ticket);
    wait(Duration.ofDays(3));
    beat();
    assertThat(beans.announced(SlaBreached.class)).isEmpty();
    wait(Duration.ofHours(80));
    beat();
    assertThat(beans.announced(SlaBreached.class))
        .extracting(SlaBreached::metric)
        .containsExactly(RESOLUTION);
  }

  @Test
  @Tag("support-22")
  void resolvedInTimeIsNeverAnnounced() {
    TicketView ticket = triaged(Priority.P1);
    wait(Duration.ofMinutes(30));
    answer(ticket);
    move(ticket, TicketStatus.IN_PROGRESS, TicketStatus.RESOLVED);
    wait(Duration.ofDays(2));
    assertThat(beat()).isEqualTo(Batch.NOTHING);
    assertThat(clock(ticket, RESOLUTION).state()).isEqualTo(MET);
  }

  @Test
  @Tag("support-23")
  void reopenedAfterItsDueTimeATicketIsLateSinceThen() {
    TicketView ticket = triaged(Priority.P1);
    answer(ticket);
    move(ticket, TicketStatus.IN_PROGRESS, TicketStatus.RESOLVED);
    wait(Duration.ofHours(25));
    move(ticket, TicketStatus.IN_PROGRESS);
    assertThat(beans.announced(SlaBreached.class))
        .extracting(SlaBreached::metric, SlaBreached::dueAt)
        .containsExactly(tuple(RESOLUTION, at(Duration.ofHours(24))));
    assertThat(beat()).isEqualTo(Batch.NOTHING);
    assertThat(sla(ticket)).isEqualTo(SlaState.BREACHED);
  }

  @Test
  @Tag("support-25")
  void resolvedLateBeforeAnybodyLookedIsRecordedAndAnnounced() {
    TicketView ticket = triaged(Priority.P1);
    answer(ticket);
    wait(Duration.ofHours(30));
    move(ticket, TicketStatus.IN_PROGRESS, TicketStatus.RESOLVED);
    ClockView clock = clock(ticket, RESOLUTION);
    assertThat(clock.state()).isEqualTo(BREACHED);
    assertThat(clock.metLate()).isTrue();
    assertThat(clock.remaining()).isEqualTo(Duration.ofHours(-6));
    assertThat(beans.announced(SlaBreached.class)).hasSize(1);
    assertThat(beat()).isEqualTo(Batch.NOTHING);
  }

  @Test
  void onlyAnAgentsPublicCommentAnswers() {
    TicketView ticket = open(Priority.P1);
    Actor token = new Actor(Actor.Kind.API_TOKEN, Ids.next(), "t", Role.CUSTOMER, customer);
    tickets.comment(AGENT, ticket.number(), AddComment.internal("Who takes it?"));
    tickets.comment(ADMIN, ticket.number(), AddComment.inPublic("An automatic reply."));
    tickets.comment(token, ticket.number(), AddComment.inPublic("Hello?"));
    assertThat(clock(ticket, FIRST_RESPONSE).state()).isEqualTo(RUNNING);
    answer(ticket);
    assertThat(clock(ticket, FIRST_RESPONSE).state()).isEqualTo(MET);
  }

  @Test
  void closingAnUnansweredTicketEndsItsResponseAsNotApplicable() {
    TicketView ticket = open(Priority.P1);
    move(ticket, TicketStatus.CLOSED);
    assertThat(clock(ticket, FIRST_RESPONSE).state()).isEqualTo(NOT_APPLICABLE);
    assertThat(clock(ticket, RESOLUTION).state()).isEqualTo(MET);
  }

  @Test
  void waitingPausesTheClocksAndMovesTheirDeadlines() {
    TicketView ticket = triaged(Priority.P1);
    wait(Duration.ofMinutes(30));
    move(ticket, TicketStatus.WAITING);
    assertThat(clock(ticket, FIRST_RESPONSE).state()).isEqualTo(PAUSED);
    assertThat(clock(ticket, FIRST_RESPONSE).dueAt()).isNull();
    wait(Duration.ofHours(100));
    assertThat(beat()).isEqualTo(Batch.NOTHING);
    move(ticket, TicketStatus.IN_PROGRESS);
    ClockView clock = clock(ticket, FIRST_RESPONSE);
    assertThat(clock.dueAt()).isEqualTo(at(Duration.ofHours(100).plusMinutes(30)));
    assertThat(clock.frames())
        .containsExactly(
            new FrameView(TestContainer.START, at(Duration.ofMinutes(30)), true, "running", null),
            new FrameView(
                at(Duration.ofMinutes(30)), at(Duration.ofHours(100)), false, "waiting", null),
            new FrameView(
                at(Duration.ofHours(100)), at(Duration.ofHours(100)), true, "running", null));
    wait(Duration.ofHours(101));
    beat();
    assertThat(beans.announced(SlaBreached.class)).hasSize(1);
  }

  @Test
  void anotherPriorityIsAnotherTargetFromTheStart() {
    TicketView ticket = open(Priority.P3);
    wait(Duration.ofHours(2));
    tickets.change(AGENT, ticket.number(), ChangeTicket.nothing().withPriority(Priority.P1), null);
    assertThat(clock(ticket, FIRST_RESPONSE).state()).isEqualTo(BREACHED);
    assertThat(clock(ticket, FIRST_RESPONSE).breachedAt()).isEqualTo(at(Duration.ofHours(1)));
    assertThat(sla(ticket)).isEqualTo(SlaState.BREACHED);

    tickets.change(AGENT, ticket.number(), ChangeTicket.nothing().withPriority(Priority.P2), null);
    assertThat(clock(ticket, FIRST_RESPONSE).state()).isEqualTo(RUNNING);
    assertThat(sla(ticket)).as("two of four hours are left").isEqualTo(SlaState.AT_RISK);

    tickets.change(AGENT, ticket.number(), ChangeTicket.nothing().withPriority(Priority.P1), null);
    assertThat(beans.announced(SlaBreached.class)).as("once for each due time").hasSize(1);
    assertThat(tickets.history(AGENT, ticket.number()))
        .as("and each turn is a fact of its history")
        .extracting(HistoryView::action)
        .filteredOn(action -> action.startsWith("sla_breach"))
        .containsExactly("sla_breached", "sla_breach_withdrawn", "sla_breached");
    assertThat(sla(ticket)).isEqualTo(SlaState.BREACHED);
  }

  @Test
  void aTicketThatNoPolicyIsForHasNoClocksLeftRunning() {
    TicketView ticket = open(Priority.P1);
    SlaPolicies policies = beans.get(SlaPolicies.class);
    PolicyView p0 = policies.list(ADMIN).get(0);
    policies.change(ADMIN, p0.id(), draft(p0, false), p0.version());
    try {
      tickets.change(
          AGENT, ticket.number(), ChangeTicket.nothing().withPriority(Priority.P0), null);
      assertThat(levels.clocksOf(AGENT, ticket.number()))
          .extracting(ClockView::state)
          .containsExactly(CANCELLED, CANCELLED);
    } finally {
      policies.change(ADMIN, p0.id(), draft(p0, true), null);
    }
  }

  private static PolicyDraft draft(PolicyView policy, boolean enabled) {
    return new PolicyDraft(
        policy.name(),
        null,
        enabled,
        policy.conditions(),
        policy.targets(),
        null,
        null,
        null,
        null);
  }

  @Test
  void clocksOfATicketOfAnotherCustomerAreNotThere() {
    TicketView ticket = open(Priority.P1);
    Actor other = new Actor(Actor.Kind.API_TOKEN, Ids.next(), "t", Role.CUSTOMER, Ids.next());
    assertThatThrownBy(() -> levels.clocksOf(other, ticket.id())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> levels.clocksOf(other, "TKT-999999"))
        .isInstanceOf(NotFound.class)
        .hasMessage("No such ticket.");
  }

  @Test
  void theClocksOfAMergedTicketEndCancelledAndThoseOfTheOtherGoOn() {
    TicketView first = open(Priority.P1);
    wait(Duration.ofMinutes(10));
    TicketView again = open(Priority.P0);
    wait(Duration.ofMinutes(26));
    beat();
    assertThat(sla(again)).isEqualTo(SlaState.BREACHED);
    beans.get(TicketMerging.class).merge(AGENT, again.number(), new MergeTicket(first.number()));
    assertThat(levels.clocksOf(AGENT, again.number()))
        .extracting(ClockView::state)
        .containsOnly(ClockState.CANCELLED);
    assertThat(sla(again)).isEqualTo(SlaState.OK);
    assertThat(levels.clocksOf(AGENT, first.number()))
        .extracting(ClockView::state, ClockView::dueAt)
        .containsExactly(
            tuple(RUNNING, at(Duration.ofHours(1))), tuple(RUNNING, at(Duration.ofHours(24))));
    wait(Duration.ofDays(9));
    int told = beans.announced(SlaBreached.class).size();
    beat();
    assertThat(beans.announced(SlaBreached.class).stream().skip(told))
        .extracting(SlaBreached::ticketId)
        .as("what is cancelled is not breached")
        .containsOnly(first.id());
  }
}
