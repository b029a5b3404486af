package dev.tocsin.ticketing;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tocsin.accounts.CreateCustomer;
import dev.tocsin.accounts.CreateTeam;
import dev.tocsin.accounts.CreateUser;
import dev.tocsin.accounts.CustomerView;
import dev.tocsin.accounts.Customers;
import dev.tocsin.accounts.TeamView;
import dev.tocsin.accounts.Teams;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.platform.testing.TestContainer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Two customers, two agents and those who use the desk; every test class gets its own. */
public final class Desk {

  private static final AtomicInteger COUNTER = new AtomicInteger();

  public final Actor admin = Actor.system("setup");
  public final UserView onCall;
  public final UserView general;
  public final TeamView team;
  public final CustomerView customer1;
  public final CustomerView customer2;
  public final Actor agent;
  public final Actor viewer;
  public final Actor token1;
  public final Actor token2;
  public final Ticketing tickets;
  private final TestContainer beans;

  public Desk(TestContainer beans) {
    this.beans = beans;
    int n = COUNTER.incrementAndGet();
    tickets = beans.get(Ticketing.class);
    onCall = person("on-call-sre" + n, Role.AGENT);
    general = person("general-support" + n, Role.AGENT);
    team = beans.get(Teams.class).create(admin, new CreateTeam("team" + n, "Second level", null));
    customer1 = customer("cust-1-" + n);
    customer2 = customer("cust-2-" + n);
    agent = signedIn(general);
    viewer = new Actor(Actor.Kind.API_TOKEN, Ids.next(), "viewer", Role.VIEWER, null);
    token1 = token("token-1", customer1);
    token2 = token("token-2", customer2);
  }

  UserView another() {
    return person("colleague" + COUNTER.incrementAndGet(), Role.AGENT);
  }

  private UserView person(String handle, Role role) {
    return beans
        .get(Users.class)
        .create(
            admin,
            new CreateUser(
                handle + "@example.com", handle, handle, role, null, "a long password of 2026"));
  }

  private CustomerView customer(String key) {
    return beans.get(Customers.class).create(admin, new CreateCustomer(key, key));
  }

  private static Actor token(String name, CustomerView customer) {
    return new Actor(Actor.Kind.API_TOKEN, Ids.next(), name, Role.CUSTOMER, customer.id());
  }

  public void fallBackTo(@Nullable UserView user) {
    setting("ticket_fallback_assignee_id", user == null ? null : user.id().toString());
  }

  public void replyToClosed(@Nullable String policy) {
    setting("ticket_reply_to_closed", policy);
  }

  /** Has the bytes of new attachments kept in a directory; null keeps them in the database. */
  public void keepFilesIn(@Nullable Path directory) {
    setting("ticket_attachment_directory", directory == null ? null : directory.toString());
  }

  private void setting(String key, @Nullable String value) {
    beans
        .get(Settings.class)
        .change(
            admin, Map.of(key, value == null ? NullNode.getInstance() : TextNode.valueOf(value)));
  }

  /** One of a customer's people. */
  public UserView personOf(CustomerView customer) {
    return beans
        .get(Users.class)
        .create(
            admin,
            new CreateUser(
                "person" + COUNTER.incrementAndGet() + "@example.net",
                "Petra " + customer.key(),
                "petra" + COUNTER.get(),
                Role.CUSTOMER,
                customer.id(),
                "a long password of 2026"));
  }

  /** A person, signed in. */
  public static Actor signedIn(UserView user) {
    return new Actor(Actor.Kind.USER, user.id(), user.name(), user.role(), user.customerId());
  }

  public void routeP0ToOnCall() {
    beans
        .get(TicketRouting.class)
        .create(
            admin,
            new RoutingRuleDraft(
                "P0 to the person on call",
                null,
                null,
                RoutingConditions.priorities(Priority.P0),
                RoutingActions.assignTo(onCall.id())));
  }

  public TicketView open(Actor by, Priority priority) {
    return tickets.open(by, ticket(priority, "Help"));
  }

  public OpenTicket ticket(Priority priority, String subject) {
    return ticket(customer1.id(), priority, subject);
  }

  public static OpenTicket ticket(UUID customerId, Priority priority, String subject) {
    return new OpenTicket(
        customerId, subject, "It is broken.", priority, List.of(), null, null, null, null);
  }

  public TicketView in(TicketStatus status) {
    TicketView ticket = tickets.open(agent, assigned(Priority.P2, onCall.id()));
    return switch (status) {
      case OPEN -> throw new IllegalArgumentException("an assigned ticket is triaged");
      case TRIAGED -> ticket;
      case IN_PROGRESS, WAITING, CLOSED -> move(ticket, status);
      case RESOLVED -> move(move(ticket, TicketStatus.IN_PROGRESS), TicketStatus.RESOLVED);
    };
  }

  public OpenTicket assigned(Priority priority, UUID assignee) {
    return new OpenTicket(customer1.id(), "Help", null, priority, null, null, assignee, null, null);
  }

  public TicketView move(TicketView ticket, TicketStatus to) {
    return tickets.transition(agent, ticket.number(), TransitionTicket.to(to));
  }
}
