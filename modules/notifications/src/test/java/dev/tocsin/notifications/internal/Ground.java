package dev.tocsin.notifications.internal;

import dev.tocsin.accounts.CreateUser;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.incidents.Incidents;
import dev.tocsin.notifications.Deliveries;
import dev.tocsin.notifications.DeliveryQuery;
import dev.tocsin.notifications.DeliverySummary;
import dev.tocsin.notifications.ReceiverKind;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.settings.SecretBox;
import dev.tocsin.platform.testing.TestBed;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.schedules.Schedules;
import dev.tocsin.sla.ServiceLevels;
import dev.tocsin.ticketing.Ticketing;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** This module and all it stands on. */
public final class Ground extends TestBed {

  static final Actor ADMIN = Actor.system("test");

  private static final Class<?>[] MODULES = {
    Transactions.class,
    Users.class,
    Ticketing.class,
    ServiceLevels.class,
    Schedules.class,
    Incidents.class,
    Deliveries.class
  };

  Ground() {
    super(database(), MODULES);
  }

  public static TestDatabase database() {
    return TestDatabase.withSchemas(
        "platform", "accounts", "ticketing", "sla", "schedules", "incidents", "notifications");
  }

  public static TestContainer beans(TestDatabase db) {
    return TestContainer.on(db, MODULES);
  }

  @Override
  protected void empty() {
    db().sql(
            "TRUNCATE notifications.delivery, notifications.subscription,"
                + " notifications.contact_method, schedules.schedules, accounts.users CASCADE");
  }

  UserView hire(String name, Role role) {
    CreateUser command = new CreateUser(name + "@example.org", name, null, role, null, null);
    return get(Users.class).create(ADMIN, command);
  }

  static Actor as(UserView user) {
    return new Actor(Actor.Kind.USER, user.id(), user.name(), user.role(), null);
  }

  /** Subscribes to events of these types; to all of them when there are none. */
  void subscribe(String... types) {
    String secret = get(SecretBox.class).seal(StandardWebhooks.newSecret());
    Subscription hook =
        Subscription.of("hook", "https://example.org/", List.of(types), secret, START);
    db().run("notifications", em -> em.persist(hook));
  }

  /** Forgets what was written so far. */
  void forgetDeliveries() {
    db().sql("TRUNCATE notifications.delivery CASCADE");
  }

  /** Returns what was written, the oldest first. */
  List<DeliverySummary> deliveries() {
    return get(Deliveries.class)
        .list(ADMIN, DeliveryQuery.all(), PageRequest.first())
        .data()
        .stream()
        .sorted(Comparator.comparing(DeliverySummary::id))
        .toList();
  }

  List<DeliverySummary> deliveries(ReceiverKind kind) {
    return deliveries().stream().filter(delivery -> delivery.receiverKind() == kind).toList();
  }

  String body(UUID delivery) {
    return String.valueOf(get(Deliveries.class).require(ADMIN, delivery).body());
  }
}
