package dev.tocsin.sla;

import dev.tocsin.accounts.CreateCustomer;
import dev.tocsin.accounts.Customers;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.platform.work.Batch;
import dev.tocsin.sla.internal.SlaDeadlines;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.OpenTicket;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.SlaState;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.TransitionTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A customer of its own, those who serve it, and the time that passes meanwhile. */
final class SlaDesk {

  static final Actor ADMIN = Actor.system("test");
  static final Actor AGENT = new Actor(Actor.Kind.API_TOKEN, Ids.next(), "agent", Role.AGENT, null);

  final UUID customer;
  final Actor asker;
  final Ticketing tickets;
  private final TestContainer beans;

  SlaDesk(TestContainer beans) {
    this.beans = beans;
    String key = "cust-" + Ids.next();
    customer = beans.get(Customers.class).create(ADMIN, new CreateCustomer(key, key)).id();
    asker = new Actor(Actor.Kind.API_TOKEN, Ids.next(), "asker", Role.CUSTOMER, customer);
    tickets = beans.get(Ticketing.class);
  }

  /** Makes a policy for this customer alone, asked before all others. */
  PolicyView promise(PolicyTarget... targets) {
    return beans
        .get(SlaPolicies.class)
        .create(
            ADMIN,
            new PolicyDraft(
                "for one",
                1,
                null,
                new PolicyConditions(null, List.of(customer), null, null),
                List.of(targets),
                null,
                null,
                null,
                null));
  }

  TicketView open() {
    return tickets.open(
        AGENT, new OpenTicket(customer, "Help", null, Priority.P2, null, null, null, null, null));
  }

  void move(TicketView ticket, TicketStatus... path) {
    for (TicketStatus to : path) {
      tickets.transition(AGENT, ticket.number(), TransitionTicket.to(to));
    }
  }

  void answer(TicketView ticket) {
    tickets.comment(AGENT, ticket.number(), AddComment.inPublic("On it."));
  }

  void ask(TicketView ticket) {
    tickets.comment(asker, ticket.number(), AddComment.inPublic("And now?"));
  }

  List<ClockView> clocks(TicketView ticket) {
    return beans.get(ServiceLevels.class).clocksOf(AGENT, ticket.id());
  }

  List<ClockView> clocks(TicketView ticket, Metric metric) {
    return clocks(ticket).stream().filter(clock -> clock.metric() == metric).toList();
  }

  SlaState sla(TicketView ticket) {
    return tickets.require(AGENT, ticket.number()).sla();
  }

  static Instant at(Duration since) {
    return TestContainer.START.plus(since);
  }

  void wait(Duration since) {
    beans.clock().set(at(since));
  }

  Batch beat() {
    return beans.get(SlaDeadlines.class).run(beans.clock().instant());
  }

  /** Returns the labels announced in this test, in order. */
  List<String> labels() {
    return beans.announced(SlaThresholdReached.class).stream()
        .map(SlaThresholdReached::label)
        .toList();
  }
}
