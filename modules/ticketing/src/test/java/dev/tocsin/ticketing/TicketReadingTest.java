package dev.tocsin.ticketing;

import static dev.tocsin.ticketing.TicketStatus.CLOSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.testing.TestContainer;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reading tickets: who sees what, and the words that are found. */
class TicketReadingTest {

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
}
