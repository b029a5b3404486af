package dev.tocsin.ticketing;

import static dev.tocsin.ticketing.TicketStatus.OPEN;
import static dev.tocsin.ticketing.TicketStatus.TRIAGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.InvalidCursor;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.TicketQuery.Sort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists of tickets: their pages, orders and filters, and whose they hold. */
class TicketListTest {

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
}
