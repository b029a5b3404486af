package dev.tocsin.notifications.internal.mail;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.accounts.CreateCustomer;
import dev.tocsin.accounts.CreateUser;
import dev.tocsin.accounts.CustomerView;
import dev.tocsin.accounts.Customers;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.notifications.Deliveries;
import dev.tocsin.notifications.DeliveryQuery;
import dev.tocsin.notifications.DeliverySummary;
import dev.tocsin.notifications.internal.EmailAttempts;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.Json;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.OpenTicket;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.Requester;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service desk that sends and reads mail. */
final class MailDesk {

  static final Actor ADMIN = Actor.system("test");

  private final TestContainer beans;

  MailDesk(TestContainer beans) {
    this.beans = beans;
  }

  /** Returns the first column of a query. */
  static List<String> texts(TestDatabase db, String query) {
    return db.call(
        "notifications",
        em ->
            ((List<?>) em.createNativeQuery(query).getResultList())
                .stream().map(String::valueOf).toList());
  }

  void set(String key, Object value) {
    Map<String, JsonNode> change = Map.of(key, Json.MAPPER.valueToTree(value));
    beans.get(Settings.class).change(ADMIN, change);
  }

  void sendThrough(int port) {
    set("mail.host", "127.0.0.1");
    set("mail.port", port);
    set("mail.from", "desk@example.org");
    set("mail.tls", "none");
  }

  /** Sends what is due and waits until all of it is sent. */
  void sendAll() {
    beans.get(EmailAttempts.class).run(beans.clock().instant());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> beans.get(Deliveries.class).counts(ADMIN).oldestPending() == null);
  }

  /** Returns every delivery there is, the oldest first. */
  List<DeliverySummary> written() {
    return beans
        .get(Deliveries.class)
        .list(ADMIN, DeliveryQuery.all(), PageRequest.first())
        .data()
        .stream()
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .toList();
  }

  CustomerView customer(String language) {
    CreateCustomer command = new CreateCustomer("cust-" + Ids.next(), "Acme", language);
    return beans.get(Customers.class).create(ADMIN, command);
  }

  /** A customer's person, or an agent without a customer. */
  UserView user(String name, @Nullable CustomerView customer) {
    String email = name.toLowerCase(Locale.ROOT) + "-" + Ids.next() + "@example.org";
    Role role = customer == null ? Role.AGENT : Role.CUSTOMER;
    UUID customerId = customer == null ? null : customer.id();
    return beans
        .get(Users.class)
        .create(
            ADMIN,
            new CreateUser(email, name, null, role, customerId, "correct horse battery staple"));
  }

  Actor actor(UserView user) {
    return new Actor(Actor.Kind.USER, user.id(), user.name(), user.role(), user.customerId());
  }

  Actor agent(String name) {
    return actor(user(name, null));
  }

  TicketView open(CustomerView customer, String requester) {
    return open(customer, requester, null);
  }

  TicketView open(CustomerView customer, String requester, @Nullable UUID assignee) {
    OpenTicket command =
        new OpenTicket(
            customer.id(),
            "Printer <on> fire",
            "It burns",
            Priority.P1,
            null,
            new Requester(requester, "Jo"),
            assignee,
            null,
            null);
    return beans.get(Ticketing.class).open(ADMIN, command);
  }
}
