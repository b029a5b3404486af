package dev.tocsin.ticketing;

import static dev.tocsin.ticketing.TicketStatus.TRIAGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.testing.TestContainer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening a ticket: what is asked for, what is refused, and who may. */
class TicketOpeningTest {

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
            Map.of("a/b", Map.of("nested", "no")));
    assertThatThrownBy(() -> tickets.open(desk.agent, bad))
        .asInstanceOf(type(Rejected.class))
        .extracting(Rejected::faults)
        .asInstanceOf(list(Fault.class))
        .extracting(Fault::pointer, Fault::code)
        .containsExactlyInAnyOrder(
            tuple("/requester/email", "invalid"),
            tuple("/custom_fields/a~1b", "invalid"),
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
            null);
    TicketView opened = tickets.open(desk.agent, command);
    TicketView read = tickets.require(desk.agent, opened.id().toString());
    assertThat(read).isEqualTo(opened);
    assertThat(read.tags()).containsExactly("vip", "mail");
    assertThat(read.status()).isEqualTo(TRIAGED);
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
}
