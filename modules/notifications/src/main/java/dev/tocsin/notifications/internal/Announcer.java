package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.Channel;
import dev.tocsin.notifications.ReceiverKind;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.memory.Memory;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Supplier;

/** Writes one webhook delivery for each subscription that wants to hear of a fact. */
@Stateless
public class Announcer {

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  @Inject private Memory memory;
  @Inject private Outbox outbox;

  /**
   * Tells a fact in the current transaction.
   *
   * @param fact asked for only when anybody wants to hear of it
   */
  public void announce(String type, Supplier<Announcement> fact) {
    List<Subscription> wanting =
        memory.all(Subscription.class, this::subscriptions).stream()
            .filter(subscription -> subscription.wants(type))
            .toList();
    if (wanting.isEmpty()) {
      return;
    }
    Announcement announcement = fact.get();
    String body = announcement.body();
    for (Subscription subscription : wanting) {
      outbox.add(
          new NewDelivery(
              "event:" + type + ":" + announcement.key() + ":" + subscription.id(),
              type,
              Channel.WEBHOOK,
              ReceiverKind.SUBSCRIPTION,
              subscription.id(),
              subscription.name(),
              subscription.url(),
              null,
              body,
              false,
              announcement.incidentId(),
              announcement.ticketId()));
    }
  }

  private List<Subscription> subscriptions() {
    return entityManager
        .createQuery("SELECT s FROM Subscription s ORDER BY s.id", Subscription.class)
        .getResultList();
  }
}
