package dev.tocsin.sla.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.accounts.CreateCustomer;
import dev.tocsin.accounts.Customers;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.sla.CalendarDraft;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.PolicyDraft;
import dev.tocsin.sla.PolicyTarget;
import dev.tocsin.sla.ServiceLevels;
import dev.tocsin.sla.SlaCalendars;
import dev.tocsin.sla.SlaPolicies;
import dev.tocsin.sla.internal.TicketClocks.Tracked;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.OpenTicket;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.TransitionTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SlaHistoryTest {

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

  @Test
  void whatIsStoredIsWhatTheHistoryTellsWhateverHappened() {
    UUID customer =
        beans.get(Customers.class).create(ADMIN, new CreateCustomer("cust-1", "One")).id();
    promiseEverything();
    Random random = new Random(11);
    for (int i = 0; i < 40; i++) {
      beans.clock().set(TestContainer.START);
      TicketView ticket = live(customer, random);
      Instant now = beans.clock().instant();
      beans.inTransaction(
          () -> {
            TicketClocks told = told(ticket).judged(now);
            assertThat(told.clocks()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(stored(ticket, now)).containsExactlyInAnyOrderElementsOf(told.clocks());
            return true;
          });
    }
  }

  private static void promiseEverything() {
    List<List<String>> day = List.of(List.of("09:00", "12:00"), List.of("13:00", "17:00"));
    UUID office =
        beans
            .get(SlaCalendars.class)
            .create(
                ADMIN,
                new CalendarDraft(
                    "Office",
                    "Europe/Berlin",
                    Map.of("mon", day, "tue", day, "wed", day, "fri", day),
                    null))
            .id();
    List<PolicyTarget> targets =
        Stream.of(Metric.values())
            .map(
                metric ->
                    new PolicyTarget(
                        metric, Duration.ofHours(6), metric == Metric.RESOLUTION ? null : office))
            .toList();
    beans
        .get(SlaPolicies.class)
        .create(ADMIN, new PolicyDraft("all", 1, null, null, targets, null, null, null, null));
  }

  /** Lets anything happen to a ticket that may, at any time. */
  private static TicketView live(UUID customer, Random random) {
    Ticketing tickets = beans.get(Ticketing.class);
    Actor asker = new Actor(Actor.Kind.API_TOKEN, Ids.next(), "asker", Role.CUSTOMER, customer);
    TicketView ticket =
        tickets.open(
            AGENT,
            new OpenTicket(customer, "Help", null, Priority.P1, null, null, null, null, null));
    for (int step = 0; step < 14; step++) {
      beans.clock().advance(Duration.ofNanos(1_000L * random.nextLong(20_000_000_000L)));
      String number = ticket.number();
      switch (random.nextInt(5)) {
        case 0 -> tickets.comment(AGENT, number, AddComment.inPublic("Well."));
        case 1 -> tickets.comment(asker, number, AddComment.inPublic("So?"));
        case 2 -> tickets.comment(AGENT, number, AddComment.internal("Hm."));
        case 3 -> beans.get(SlaDeadlines.class).run(beans.clock().instant());
        default -> move(tickets, number, random);
      }
    }
    return ticket;
  }

  private static void move(Ticketing tickets, String number, Random random) {
    List<TicketStatus> next =
        tickets.require(AGENT, number).status().next().stream()
            .filter(status -> status != TicketStatus.CLOSED || random.nextInt(6) == 0)
            .toList();
    if (!next.isEmpty()) {
      TicketStatus to = next.get(random.nextInt(next.size()));
      tickets.transition(
          AGENT,
          number,
          random.nextBoolean()
              ? new TransitionTicket(to, "Here you are.")
              : TransitionTicket.to(to));
    }
  }

  private static TicketClocks told(TicketView ticket) {
    Terms terms = beans.get(Policies.class).all().get(0).terms(beans.get(Calendars.class));
    return beans.get(TicketStories.class).of(ticket.id()).fold(terms);
  }

  private static List<Tracked> stored(TicketView ticket, Instant now) {
    Clocks clocks = beans.get(Clocks.class);
    return LiveClocks.of(
            clocks.ofTicket(ticket.id()),
            clocks::frames,
            beans.get(Calendars.class)::timeOf,
            Standing.NEW)
        .value()
        .judged(now)
        .clocks();
  }
}
