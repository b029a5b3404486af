package dev.tocsin.notifications;

import dev.tocsin.notifications.internal.Outbox;
import dev.tocsin.notifications.internal.StandardWebhooks;
import dev.tocsin.notifications.internal.Subscription;
import dev.tocsin.notifications.internal.SubscriptionRules;
import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.egress.OutboundHttp;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.platform.settings.SecretBox;
import dev.tocsin.platform.time.Times;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the subscriptions of other systems; for admins only, every change audited.
 *
 * <p>The signing secret is sealed when stored and shown once, when the subscription is made.
 */
@Stateless
public class WebhookSubscriptions {

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  @Inject private Outbox outbox;
  @Inject private OutboundHttp http;
  @Inject private SecretBox secrets;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * Subscribes another system.
   *
   * @throws dev.tocsin.platform.error.Rejected naming every fault; {@code /url} with the egress
   *     guard's reason
   */
  public SubscriptionCreated create(Actor actor, CreateSubscription command) {
    actor.require(Role.ADMIN);
    new SubscriptionRules(http::fault, Input.faults(command))
        .url(command.url())
        .eventTypes(command.eventTypes())
        .secret(command.secret())
        .pass();
    String given = command.secret();
    String secret = given == null ? StandardWebhooks.newSecret() : given;
    List<String> types = command.eventTypes();
    Subscription subscription =
        Subscription.of(
            command.name().strip(),
            command.url(),
            types == null ? List.of() : types,
            secrets.seal(secret),
            Times.now(clock));
    entityManager.persist(subscription);
    entityManager.flush();
    audit(actor, "webhook_subscription.created", subscription.view());
    return new SubscriptionCreated(subscription.view(), secret);
  }

  /** Returns subscriptions, the newest first. */
  public Page<SubscriptionView> list(Actor actor, PageRequest page) {
    actor.require(Role.ADMIN);
    String before = page.cursor() == null ? "" : " WHERE s.id < :before";
    TypedQuery<Subscription> query =
        entityManager.createQuery(
            "SELECT s FROM Subscription s" + before + " ORDER BY s.id DESC", Subscription.class);
    page.position().ifPresent(cursor -> query.setParameter("before", cursor.id(0)));
    List<SubscriptionView> rows =
        query.setMaxResults(page.fetch()).getResultStream().map(Subscription::view).toList();
    return Page.of(rows, page, subscription -> Cursor.of(subscription.id()));
  }

  /**
   * Returns a subscription.
   *
   * @throws NotFound when there is none
   */
  public SubscriptionView require(Actor actor, UUID id) {
    actor.require(Role.ADMIN);
    return find(id, null).view();
  }

  /**
   * Changes a subscription; what waits to be sent to it goes to its new address.
   *
   * @param ifVersion the version the change was made on; null for whichever there is
   * @throws NotFound when there is none
   * @throws Stale when it has another version by now
   * @throws dev.tocsin.platform.error.Rejected naming every fault
   */
  public SubscriptionView change(
      Actor actor, UUID id, ChangeSubscription command, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    new SubscriptionRules(http::fault, Input.faults(command))
        .url(command.url())
        .eventTypes(command.eventTypes())
        .secret(command.secret())
        .pass();
    Subscription subscription = find(id, ifVersion);
    String secret = command.secret();
    subscription.change(command, secret == null ? null : secrets.seal(secret));
    entityManager.flush();
    SubscriptionView view = subscription.view();
    outbox.redirectSubscription(id, view.name(), view.url());
    audit(actor, "webhook_subscription.changed", view);
    return view;
  }

  /**
   * Ends a subscription; what waits to be sent to it is withdrawn.
   *
   * @param ifVersion the version that was looked at; null for whichever there is
   * @throws NotFound when there is none
   * @throws Stale when it has another version by now
   */
  public void delete(Actor actor, UUID id, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    Subscription subscription = find(id, ifVersion);
    entityManager.remove(subscription);
    entityManager.flush();
    outbox.withdrawSubscription(id, "the subscription was deleted");
    audit(actor, "webhook_subscription.deleted", subscription.view());
  }

  private Subscription find(UUID id, @Nullable Long ifVersion) {
    Subscription subscription = entityManager.find(Subscription.class, id);
    if (subscription == null) {
      throw new NotFound("webhook subscription");
    }
    Stale.check(subscription.view().version(), ifVersion);
    return subscription;
  }

  private void audit(Actor actor, String action, SubscriptionView subscription) {
    audit.record(
        actor,
        action,
        "webhook_subscription",
        subscription.id().toString(),
        Map.of(
            "name",
            subscription.name(),
            "url",
            subscription.url(),
            "event_types",
            subscription.eventTypes()));
  }
}
