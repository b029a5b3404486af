package dev.tocsin.ticketing;

import static dev.tocsin.ticketing.TicketStatus.CLOSED;
import static dev.tocsin.ticketing.TicketStatus.IN_PROGRESS;
import static dev.tocsin.ticketing.TicketStatus.OPEN;
import static dev.tocsin.ticketing.TicketStatus.RESOLVED;
import static dev.tocsin.ticketing.TicketStatus.TRIAGED;
import static dev.tocsin.ticketing.TicketStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.accounts.Customers;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Retrying;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.IllegalTransition;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.platform.testing.TestContainer;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changing tickets and moving them on: versions, comments on the way, what the history tells. */
class TicketChangesTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = TestDatabase.withSchemas("platform", "accounts", "ticketing");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Transactions.class, Users.class, Ticketing.class);

  private Desk desk;
  private Ticketing tickets;

  @BeforeEach
  void furnish() {
    db.sql("TRUNCATE ticketing.ticket, ticketing.routing_rule CASCADE");
    desk = new Desk(beans);
    desk.fallBackTo(null);
    tickets = desk.tickets;
  }

  @Test
  void aChangeFromAnOldVersionIsStaleAndChangesNothing() {
    TicketView seen = desk.open(desk.agent, Priority.P1);
    TicketView changed =
        tickets.change(
            desk.agent,
            seen.number(),
            ChangeTicket.nothing().withPriority(Priority.P2),
            seen.version());
    assertThat(changed.version()).isGreaterThan(seen.version());
    assertThatThrownBy(
            () ->
                tickets.change(
                    desk.agent,
                    seen.number(),
                    ChangeTicket.nothing().withPriority(Priority.P0),
                    seen.version()))
        .isInstanceOf(Stale.class);
    assertThat(tickets.require(desk.agent, seen.number()).priority()).isEqualTo(Priority.P2);
  }

  @Test
  void assigneeAndTeamAreSetAndCleared() {
    String number = desk.open(desk.agent, Priority.P1).number();
    ChangeTicket give =
        ChangeTicket.nothing().withAssignee(desk.onCall.id()).withTeam(desk.team.id());
    TicketView given = tickets.change(desk.agent, number, give, null);
    assertThat(given.assigneeId()).isEqualTo(desk.onCall.id());
    assertThat(given.status()).as("only routing triages by itself").isEqualTo(OPEN);
    TicketView freed =
        tickets.change(desk.agent, number, ChangeTicket.nothing().withAssignee(null), null);
    assertThat(freed.assigneeId()).isNull();
    assertThat(freed.teamId()).isEqualTo(desk.team.id());
    assertThatThrownBy(
            () ->
                tickets.change(
                    desk.agent, number, ChangeTicket.nothing().withAssignee(Ids.next()), null))
        .isInstanceOf(Rejected.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = TicketStatus.class,
      names = {"OPEN", "CLOSED"},
      mode = EnumSource.Mode.EXCLUDE)
  void customersMayCloseAndNothingElse(TicketStatus to) {
    String number = desk.open(desk.token1, Priority.P1).number();
    assertThatThrownBy(() -> tickets.transition(desk.token1, number, TransitionTicket.to(to)))
        .isInstanceOf(Forbidden.class);
    assertThat(tickets.transition(desk.token1, number, TransitionTicket.to(CLOSED)).status())
        .isEqualTo(CLOSED);
  }

  @Test
  void aCommentOfATransitionIsSaidFirst() {
    TicketView ticket = desk.in(IN_PROGRESS);
    TicketView resolved =
        tickets.transition(
            desk.agent, ticket.number(), new TransitionTicket(RESOLVED, "Turned it off and on."));
    assertThat(resolved.firstAnsweredAt()).isNotNull();
    assertThat(tickets.comments(desk.token1, ticket.number()))
        .extracting(CommentView::body, CommentView::byAgent)
        .containsExactly(tuple("Turned it off and on.", true));
    assertThatThrownBy(
            () ->
                tickets.transition(
                    desk.agent, ticket.number(), new TransitionTicket(TRIAGED, "no")))
        .isInstanceOf(IllegalTransition.class);
    assertThat(tickets.comments(desk.agent, ticket.number())).hasSize(1);
  }

  @Test
  void aCustomersReplyBringsAWaitingAndAResolvedTicketBack() {
    TicketView waiting = desk.in(WAITING);
    tickets.comment(desk.token1, waiting.number(), AddComment.inPublic("here you are"));
    assertThat(tickets.require(desk.agent, waiting.number()).status()).isEqualTo(TRIAGED);
    TicketView resolved = desk.in(RESOLVED);
    tickets.comment(desk.token1, resolved.number(), AddComment.inPublic("still broken"));
    assertThat(tickets.require(desk.agent, resolved.number()).status()).isEqualTo(IN_PROGRESS);
  }

  @Test
  void theHistoryTellsWhoDidWhat() {
    desk.routeP0ToOnCall();
    TicketView ticket = desk.open(desk.token1, Priority.P0);
    tickets.comment(desk.agent, ticket.number(), AddComment.inPublic("On it"));
    assertThat(tickets.history(desk.agent, ticket.number()))
        .extracting(HistoryView::action, HistoryView::actor)
        .containsExactly(
            tuple("opened", "token-1"),
            tuple("matched", "routing"),
            tuple("routed", "routing"),
            tuple("transitioned", "routing"),
            tuple("commented", desk.general.name()),
            tuple("first_answered", desk.general.name()));
  }

  @Test
  void theServiceLevelStateIsNoChangeOfTheTickets() {
    TicketView ticket = desk.open(desk.agent, Priority.P1);
    beans.inTransaction(
        () -> {
          tickets.noteSlaState(ticket.id(), SlaState.BREACHED);
          return true;
        });
    TicketView noted = tickets.require(desk.agent, ticket.number());
    assertThat(noted.sla()).isEqualTo(SlaState.BREACHED);
    assertThat(noted.version()).isEqualTo(ticket.version());
    assertThat(noted.updatedAt()).isEqualTo(ticket.updatedAt());
  }

  @Test
  void severalCommandsInOneTransactionSeeEachOther() {
    TicketView ticket = desk.in(TRIAGED);
    TicketView last =
        beans.inTransaction(
            () -> {
              desk.move(ticket, IN_PROGRESS);
              tickets.comment(desk.agent, ticket.number(), AddComment.inPublic("done"));
              return desk.move(ticket, RESOLVED);
            });
    assertThat(last.status()).isEqualTo(RESOLVED);
    assertThat(tickets.require(desk.agent, ticket.number())).isEqualTo(last);
  }

  @Test
  void aCustomerWithTicketsStays() {
    desk.open(desk.token1, Priority.P1);
    Customers customers = beans.get(Customers.class);
    assertThatThrownBy(() -> customers.delete(desk.admin, desk.customer1.id(), null))
        .isInstanceOf(Conflict.class);
    customers.delete(desk.admin, desk.customer2.id(), null);
  }

  @Test
  void whoeverLeavesIsWarnedAboutOpenTickets() {
    desk.in(TRIAGED);
    desk.in(CLOSED);
    assertThat(beans.get(Users.class).deactivate(desk.admin, desk.onCall.id(), null).warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.detail()).contains("1 open ticket"));
  }

  @Test
  void whoeverMeetsAnotherCrosswiseIsBegunAnew() throws Exception {
    TicketView one = desk.open(desk.agent, Priority.P3);
    TicketView two = desk.open(desk.agent, Priority.P3);
    CyclicBarrier bothHoldTheirFirst = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<TicketView> up = threads.submit(() -> retag("up", one, two, bothHoldTheirFirst));
      Future<TicketView> down = threads.submit(() -> retag("down", two, one, bothHoldTheirFirst));
      up.get();
      down.get();
    } finally {
      threads.shutdownNow();
    }
    for (TicketView each : List.of(one, two)) {
      assertThat(tickets.history(desk.agent, each.number()))
          .filteredOn(row -> row.action().equals("changed"))
          .as("both came through, each once")
          .hasSize(2);
    }
  }

  private TicketView retag(String tag, TicketView first, TicketView second, CyclicBarrier met) {
    AtomicBoolean again = new AtomicBoolean();
    ChangeTicket change = ChangeTicket.nothing().withTags(List.of(tag));
    return beans
        .get(Retrying.class)
        .call(
            () -> {
              tickets.change(desk.agent, first.number(), change, null);
              if (!again.getAndSet(true)) {
                await(met);
              }
              return tickets.change(desk.agent, second.number(), change, null);
            });
  }

  private static void await(CyclicBarrier met) {
    try {
      met.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
