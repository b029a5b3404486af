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
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.tocsin.accounts.Customers;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.InvalidCursor;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.IllegalTransition;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.TicketQuery.Sort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketingTest {

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
  void everyFaultOfANewTicketIsNamed() {
    OpenTicket bad =
        new OpenTicket(
            Ids.next(),
            "Help",
            null,
            Priority.P1,
            null,
            new Requester("not an address", null),
            Ids.next(),
            Ids.next(),
            Map.of("nested", Map.of()));
    assertThatThrownBy(() -> tickets.open(desk.agent, bad))
        .asInstanceOf(type(Rejected.class))
        .extracting(Rejected::faults)
        .asInstanceOf(list(Fault.class))
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder("/requester/email", "/custom_fields/nested");
    OpenTicket strangers =
        new OpenTicket(
            Ids.next(), "Help", null, Priority.P1, null, null, Ids.next(), Ids.next(), null);
    assertThatThrownBy(() -> tickets.open(desk.agent, strangers))
        .asInstanceOf(type(Rejected.class))
        .extracting(Rejected::faults)
        .asInstanceOf(list(Fault.class))
        .extracting(Fault::pointer, Fault::code)
        .containsExactlyInAnyOrder(
            tuple("/customer_id", "unknown"),
            tuple("/assignee_id", "unknown"),
            tuple("/team_id", "unknown"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\u2003", "\n", "a\0b"})
  void aBlankOrUnstorableSubjectIsRefused(String subject) {
    assertThatThrownBy(() -> tickets.open(desk.agent, desk.ticket(Priority.P1, subject)))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void aTicketKeepsWhatItWasOpenedWith() {
    OpenTicket command =
        new OpenTicket(
            desk.customer1.id(),
            "Printer on fire",
            "Really.",
            Priority.P1,
            List.of("vip ", "vip", "mail"),
            new Requester("ann@example.com", "Ann"),
            null,
            desk.team.id(),
            Map.of("room", "12", "floors", List.of("a", "b"), "urgent", true, "seats", 4));
    TicketView opened = tickets.open(desk.agent, command);
    TicketView read = tickets.require(desk.agent, opened.id().toString());
    assertThat(read).isEqualTo(opened);
    assertThat(read.tags()).containsExactly("vip", "mail");
    assertThat(read.status()).isEqualTo(TRIAGED);
    assertThat(read.customFields()).isEqualTo(command.customFields());
    assertThat(read.requester()).isEqualTo(new Requester("ann@example.com", "Ann"));
    assertThat(tickets.require(desk.agent, opened.number().toLowerCase(Locale.ROOT)))
        .isEqualTo(read);
  }

  @Test
  void withoutARequesterTheActingPersonAsks() {
    TicketView ticket = desk.open(desk.agent, Priority.P1);
    assertThat(ticket.requester())
        .isEqualTo(new Requester(desk.general.email(), desk.general.name()));
    assertThat(desk.open(desk.token1, Priority.P1).requester()).isNull();
  }

  @Test
  void customersOpenTicketsForThemselvesAndChooseNobody() {
    OpenTicket forOthers = Desk.ticket(desk.customer2.id(), Priority.P1, "Help");
    OpenTicket forNobody = Desk.ticket(Ids.next(), Priority.P1, "Help");
    for (OpenTicket foreign : List.of(forOthers, forNobody)) {
      assertThatThrownBy(() -> tickets.open(desk.token1, foreign))
          .isInstanceOf(Forbidden.class)
          .hasMessage("You may open tickets for your own organisation only.");
    }
    assertThatThrownBy(
            () -> tickets.open(desk.token1, desk.assigned(Priority.P1, desk.onCall.id())))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/assignee_id");
    assertThatThrownBy(() -> desk.open(desk.viewer, Priority.P1)).isInstanceOf(Forbidden.class);
  }

  @Test
  void anotherCustomersTicketIsNotThereInAnyWay() {
    String number = desk.open(desk.token1, Priority.P1).number();
    for (String ref : List.of(number, "TKT-999999", Ids.next().toString(), "nonsense")) {
      Actor stranger = desk.token2;
      assertMissing(() -> tickets.require(stranger, ref));
      assertMissing(() -> tickets.conversation(stranger, ref));
      assertMissing(() -> tickets.history(stranger, ref));
      assertMissing(() -> tickets.comments(stranger, ref));
      assertMissing(() -> tickets.comment(stranger, ref, AddComment.inPublic("x")));
      assertMissing(() -> tickets.transition(stranger, ref, TransitionTicket.to(CLOSED)));
      assertMissing(() -> tickets.change(stranger, ref, ChangeTicket.nothing(), null));
    }
  }

  private static void assertMissing(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(NotFound.class).hasMessage("No such ticket.");
  }

  @Test
  void internalCommentsAndTheirHistoryAndHitsAreForThoseWhoWorkHere() {
    String number = desk.open(desk.token1, Priority.P1).number();
    tickets.comment(desk.agent, number, AddComment.internal("Their zeppelin is leaking"));
    CommentView answer =
        tickets.comment(desk.agent, number, AddComment.inPublic("We look at the balloon"));
    assertThat(answer.number()).isEqualTo(number + "-C1");
    assertThat(tickets.comments(desk.token1, number)).containsExactly(answer);
    assertThat(tickets.comments(desk.agent, number)).hasSize(2);
    assertThat(tickets.history(desk.token1, number))
        .filteredOn(row -> row.action().equals("commented"))
        .hasSize(1);
    assertThat(tickets.history(desk.agent, number))
        .filteredOn(row -> row.action().equals("commented"))
        .hasSize(2);
    assertThat(found(desk.agent, "zeppelin")).containsExactly(number);
    assertThat(found(desk.token1, "zeppelin")).isEmpty();
    assertThat(found(desk.token1, "balloon -zeppelin"))
        .as("nor does a missing hit tell")
        .containsExactly(number);
    assertThatThrownBy(() -> tickets.comment(desk.token1, number, AddComment.internal("x")))
        .isInstanceOf(Forbidden.class);
  }

  private List<String> found(Actor actor, String words) {
    return tickets
        .list(actor, TicketQuery.all().withWords(words), PageRequest.first())
        .data()
        .stream()
        .map(TicketSummary::number)
        .toList();
  }

  @Test
  void aSearchFindsWordsOfSubjectBodyAndCommentsTogether() {
    String number = tickets.open(desk.agent, desk.ticket(Priority.P1, "Printers jammed")).number();
    tickets.comment(desk.agent, number, AddComment.inPublic("A badger sits in the tray"));
    desk.open(desk.agent, Priority.P1);
    assertThat(found(desk.agent, "printer badger broken")).containsExactly(number);
    assertThat(found(desk.agent, "\"badger sits\"")).containsExactly(number);
    assertThat(found(desk.agent, "printer -badger")).isEmpty();
    assertThat(found(desk.agent, "printer or nonsense")).containsExactly(number);
    assertThat(found(desk.agent, "'); DROP TABLE ticket; -- & | !")).isEmpty();
    ChangeTicket renamed =
        new ChangeTicket("Scanner jammed", null, null, null, null, null, null, null);
    tickets.change(desk.agent, number, renamed, null);
    assertThat(found(desk.agent, "scanner badger")).containsExactly(number);
    assertThat(found(desk.agent, "printer")).isEmpty();
  }

  @Test
  void enormousTextsAreKeptWholeAndSearchedAsFarAsPossible() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < 900_000; i++) {
      text.append("w").append(Integer.toString(i, 36)).append(' ');
    }
    OpenTicket huge =
        new OpenTicket(
            desk.customer1.id(),
            "Huge",
            text.toString(),
            Priority.P3,
            null,
            null,
            null,
            null,
            null);
    String number = tickets.open(desk.agent, huge).number();
    for (int i = 0; i < 3; i++) {
      tickets.comment(desk.agent, number, AddComment.inPublic(text.toString()));
    }
    assertThat(tickets.require(desk.agent, number).body()).hasSize(text.length());
    assertThat(found(desk.agent, "w1a")).containsExactly(number);
  }

  @Test
  void aListPagesThroughEveryTicketOnce() {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      numbers.add(0, desk.open(desk.agent, i % 2 == 0 ? Priority.P1 : Priority.P3).number());
      if (i % 3 == 0) {
        beans.clock().advance(Duration.ofSeconds(1));
      }
    }
    for (Sort sort : Sort.values()) {
      assertThat(pages(TicketQuery.all().sortedBy(sort)))
          .as(sort.param())
          .containsExactlyInAnyOrderElementsOf(numbers)
          .doesNotHaveDuplicates();
    }
    assertThat(pages(TicketQuery.all())).containsExactlyElementsOf(numbers);
    assertThat(tickets.count(desk.agent, TicketQuery.all())).isEqualTo(7);
  }

  private List<String> pages(TicketQuery query) {
    List<String> numbers = new ArrayList<>();
    String cursor = null;
    do {
      Page<TicketSummary> page = tickets.list(desk.agent, query, new PageRequest(2, cursor));
      page.data().forEach(row -> numbers.add(row.number()));
      cursor = page.nextCursor();
    } while (cursor != null);
    return numbers;
  }

  @Test
  void aCursorOfAnotherOrderIsRefused() {
    desk.open(desk.agent, Priority.P1);
    desk.open(desk.agent, Priority.P1);
    String cursor =
        tickets.list(desk.agent, TicketQuery.all(), new PageRequest(1, null)).nextCursor();
    TicketQuery other = TicketQuery.all().sortedBy(Sort.PRIORITY_ASC);
    assertThatThrownBy(() -> tickets.list(desk.agent, other, new PageRequest(1, cursor)))
        .isInstanceOf(InvalidCursor.class);
  }

  @Test
  void filtersCombine() {
    TicketView wanted = tickets.open(desk.agent, tagged(Priority.P1, "vip", "mail"));
    tickets.open(desk.agent, tagged(Priority.P1, "vip"));
    tickets.open(desk.agent, tagged(Priority.P2, "vip", "mail"));
    TicketQuery query =
        new TicketQuery(
            Set.of(OPEN, TRIAGED),
            Set.of(Priority.P0, Priority.P1),
            List.of("mail", "vip"),
            null,
            false,
            null,
            desk.customer1.id(),
            Set.of(SlaState.OK),
            Map.of(),
            "help",
            Sort.UPDATED_DESC);
    assertThat(tickets.list(desk.agent, query, PageRequest.first()).data())
        .extracting(TicketSummary::id)
        .containsExactly(wanted.id());
    assertThat(tickets.count(desk.agent, query)).isEqualTo(1);
    tickets.change(
        desk.agent,
        wanted.number(),
        ChangeTicket.nothing().withAssignee(desk.onCall.id()).withTeam(desk.team.id()),
        null);
    assertThat(ofAssignee(desk.onCall.id())).containsExactly(wanted.id());
    assertThat(ofAssignee(desk.general.id())).isEmpty();
  }

  private List<UUID> ofAssignee(UUID assignee) {
    TicketQuery query =
        new TicketQuery(
            Set.of(),
            Set.of(),
            List.of(),
            assignee,
            false,
            desk.team.id(),
            null,
            Set.of(),
            Map.of(),
            null,
            Sort.UPDATED_DESC);
    return tickets.list(desk.agent, query, PageRequest.first()).data().stream()
        .map(TicketSummary::id)
        .toList();
  }

  private OpenTicket tagged(Priority priority, String... tags) {
    return new OpenTicket(
        desk.customer1.id(), "Help", null, priority, List.of(tags), null, null, null, null);
  }

  @Test
  void aCustomersListHoldsItsOwnTicketsOnly() {
    UUID own = desk.open(desk.token1, Priority.P1).id();
    desk.tickets.open(desk.token2, Desk.ticket(desk.customer2.id(), Priority.P1, "Mine"));
    assertThat(tickets.list(desk.token1, TicketQuery.all(), PageRequest.first()).data())
        .extracting(TicketSummary::id)
        .containsExactly(own);
    TicketQuery others = TicketQuery.all().withCustomer(desk.customer2.id());
    assertThatThrownBy(() -> tickets.list(desk.token1, others, PageRequest.first()))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> tickets.conversations(desk.token1, Ids.next()))
        .isInstanceOf(Forbidden.class);
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
}
