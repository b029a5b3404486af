package dev.tocsin.ticketing;

import static dev.tocsin.ticketing.TicketStatus.CLOSED;
import static dev.tocsin.ticketing.TicketStatus.IN_PROGRESS;
import static dev.tocsin.ticketing.TicketStatus.OPEN;
import static dev.tocsin.ticketing.TicketStatus.RESOLVED;
import static dev.tocsin.ticketing.TicketStatus.TRIAGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.IllegalTransition;
import dev.tocsin.platform.testing.TestContainer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The cases of the support package that need no HTTP. */
class SupportParityTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = TestDatabase.withSchemas("platform", "accounts", "ticketing");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Transactions.class, Users.class, Ticketing.class);

  private Desk desk;

  @BeforeEach
  void furnish() {
    db.sql("TRUNCATE ticketing.ticket, ticketing.routing_rule CASCADE");
    db.sql("ALTER SEQUENCE ticketing.ticket_number RESTART");
    desk = new Desk(beans);
    desk.routeP0ToOnCall();
    desk.fallBackTo(desk.general);
    desk.replyToClosed(null);
  }

  @Test
  @Tag("support-1")
  void aTicketIsNumberedTriagedAndGivenToTheFallback() {
    TicketView ticket = desk.open(desk.token1, Priority.P1);
    assertThat(ticket.number()).isEqualTo("TKT-000001");
    assertThat(ticket.status()).isEqualTo(TRIAGED);
    assertThat(ticket.assigneeId()).isEqualTo(desk.general.id());
    assertThat(ticket.updatedAt()).isEqualTo(ticket.createdAt());
    assertThat(beans.announced(TicketEvent.class))
        .containsExactly(
            new TicketOpened(
                ticket.id(),
                "TKT-000001",
                desk.customer1.id(),
                Priority.P1,
                List.of(),
                null,
                ticket.createdAt()),
            new TicketTransitioned(
                ticket.id(), "TKT-000001", OPEN, TRIAGED, null, Set.of(), ticket.createdAt()));
  }

  @Test
  @Tag("support-2")
  void aCriticalTicketGoesToThePersonOnCall() {
    assertThat(desk.open(desk.token1, Priority.P0).assigneeId()).isEqualTo(desk.onCall.id());
  }

  @Test
  @Tag("support-3")
  void withoutRuleAndFallbackATicketStaysOpen() {
    desk.fallBackTo(null);
    TicketView ticket = desk.open(desk.token1, Priority.P1);
    assertThat(ticket.status()).isEqualTo(OPEN);
    assertThat(ticket.assigneeId()).isNull();
  }

  @Test
  @Tag("support-12")
  void aCustomersTicketsComeNewestChangeFirst() {
    List<String> numbers = new ArrayList<>();
    for (int hour = 0; hour < 6; hour++) {
      beans.clock().set(TestContainer.START.plus(Duration.ofHours(hour)));
      numbers.add(desk.open(desk.token1, Priority.P2).number());
    }
    beans.clock().set(TestContainer.START.plus(Duration.ofHours(100)));
    desk.tickets.comment(desk.agent, numbers.get(1), AddComment.inPublic("still on it"));

    List<String> wanted = new ArrayList<>(numbers);
    Collections.reverse(wanted);
    wanted.remove(numbers.get(1));
    wanted.add(0, numbers.get(1));
    assertThat(desk.tickets.conversations(desk.token1, desk.customer1.id()))
        .extracting(c -> c.ticket().number())
        .containsExactlyElementsOf(wanted);
  }

  @Test
  @Tag("support-13")
  void commentsAreNumberedAndMoveTheTimeOfUpdate() {
    TicketView ticket = desk.open(desk.token1, Priority.P1);
    beans.clock().advance(Duration.ofMinutes(5));
    AddComment said = new AddComment("Looking into it", Visibility.PUBLIC, "agent");
    CommentView first = desk.tickets.comment(desk.token1, ticket.number(), said);
    CommentView second = desk.tickets.comment(desk.token1, ticket.number(), said);
    assertThat(first.number()).isEqualTo("TKT-000001-C1");
    assertThat(first.author()).isEqualTo("agent");
    assertThat(first.byAgent()).as("the token's role speaks, not the name").isFalse();
    assertThat(second.number()).isEqualTo("TKT-000001-C2");
    assertThat(desk.tickets.require(desk.token1, ticket.number()).updatedAt())
        .isEqualTo(first.createdAt())
        .isEqualTo(TestContainer.START.plus(Duration.ofMinutes(5)));
  }

  @Test
  @Tag("support-15")
  void aTriagedTicketClosesOnce() {
    TicketView ticket = desk.open(desk.token1, Priority.P1);
    TicketView closed =
        desk.tickets.transition(desk.token1, ticket.number(), TransitionTicket.to(CLOSED));
    assertThat(closed.status()).isEqualTo(CLOSED);
    assertThat(closed.closedAt()).isEqualTo(TestContainer.START);
    assertThatThrownBy(
            () ->
                desk.tickets.transition(desk.token1, ticket.number(), TransitionTicket.to(CLOSED)))
        .isInstanceOf(IllegalTransition.class)
        .hasMessage("invalid transition from closed to closed");
  }

  @Test
  @Tag("support-17")
  void reopeningClearsTheResolutionAndKeepsItInTheHistory() {
    TicketView resolved = desk.in(RESOLVED);
    assertThat(resolved.resolvedAt()).isEqualTo(TestContainer.START);
    beans.clock().advance(Duration.ofHours(1));
    TicketView reopened = desk.move(resolved, IN_PROGRESS);
    assertThat(reopened.resolvedAt()).isNull();
    assertThat(reopened.reopenedAt()).isEqualTo(beans.clock().instant());
    assertThat(desk.tickets.history(desk.agent, resolved.number()))
        .filteredOn(row -> row.action().equals("reopened"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.actor()).isEqualTo(desk.agent.name());
              assertThat(row.changes().get("resolved_at"))
                  .isEqualTo(new HistoryView.Shift("2026-03-02T00:00:00Z", null));
            });
  }

  @Test
  @Tag("support-18")
  void aClosedTicketStillTakesComments() {
    TicketView closed = desk.in(CLOSED);
    desk.tickets.comment(desk.agent, closed.number(), AddComment.inPublic("you are welcome"));
    desk.replyToClosed("keep");
    desk.tickets.comment(desk.token1, closed.number(), AddComment.inPublic("thanks"));
    assertThat(desk.tickets.require(desk.token1, closed.number()).status()).isEqualTo(CLOSED);
    assertThat(desk.tickets.comments(desk.token1, closed.number())).hasSize(2);
  }

  @Test
  @Tag("support-18")
  void aPolicyMayRefusePublicCommentsOnClosedTickets() {
    TicketView closed = desk.in(CLOSED);
    desk.replyToClosed("reject");
    for (Actor actor : List.of(desk.token1, desk.agent)) {
      assertThatThrownBy(
              () -> desk.tickets.comment(actor, closed.number(), AddComment.inPublic("and now?")))
          .isInstanceOfSatisfying(
              Conflict.class, conflict -> assertThat(conflict.code()).isEqualTo("closed"));
    }
    desk.tickets.comment(desk.agent, closed.number(), AddComment.internal("a note"));
    assertThat(desk.tickets.comments(desk.token1, closed.number())).isEmpty();
  }

  @Test
  @Tag("support-32")
  void ofFiftyWhoCloseAtOnceOneDoes() throws Exception {
    TicketView ticket = desk.open(desk.token1, Priority.P1);
    Callable<Boolean> close = () -> closes(desk.token1, ticket.number());
    ExecutorService pool = Executors.newFixedThreadPool(16);
    try {
      int closed = 0;
      for (Future<Boolean> outcome : pool.invokeAll(Collections.nCopies(50, close))) {
        closed += outcome.get() ? 1 : 0;
      }
      assertThat(closed).isEqualTo(1);
    } finally {
      pool.shutdownNow();
    }
    assertThat(beans.announced(TicketTransitioned.class))
        .filteredOn(event -> event.to() == CLOSED)
        .hasSize(1);
  }

  private boolean closes(Actor actor, String number) {
    try {
      desk.tickets.transition(actor, number, TransitionTicket.to(CLOSED));
      return true;
    } catch (IllegalTransition e) {
      assertThat(e).hasMessage("invalid transition from closed to closed");
      return false;
    }
  }

  @Test
  void aNumberOnceGivenIsNotGivenAgainWhenItsTransactionFails() {
    desk.open(desk.token1, Priority.P1);
    assertThatThrownBy(
            () ->
                beans.inTransaction(
                    () -> {
                      desk.open(desk.token1, Priority.P1);
                      throw new IllegalStateException("power cut");
                    }))
        .hasMessage("power cut");
    assertThat(desk.open(desk.token1, Priority.P1).number()).isEqualTo("TKT-000003");
    assertThat(desk.tickets.count(desk.agent, TicketQuery.all())).isEqualTo(2);
  }
}
