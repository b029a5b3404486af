package dev.tocsin.notifications;

import dev.tocsin.notifications.internal.Attempt;
import dev.tocsin.notifications.internal.Delivery;
import dev.tocsin.notifications.internal.DeliveryList;
import dev.tocsin.notifications.internal.Outbox;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.time.Times;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Shows what was sent, what waits and what was given up, and requeues it; for staff only.
 *
 * <p>Bodies that carry a secret link are shown to nobody.
 */
@Stateless
public class Deliveries {

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  @Inject private Outbox outbox;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /** Returns deliveries, the newest first. */
  public Page<DeliverySummary> list(Actor actor, DeliveryQuery query, PageRequest page) {
    actor.requireStaff();
    return new DeliveryList(entityManager).page(query, page).map(Delivery::summary);
  }

  /**
   * Returns a delivery with its attempts.
   *
   * @throws NotFound when there is none
   */
  public DeliveryDetail require(Actor actor, UUID id) {
    actor.requireStaff();
    return detail(find(id));
  }

  /**
   * Makes a dead or failed delivery due at once, its patience renewed; audited.
   *
   * @throws NotFound when there is none
   * @throws dev.tocsin.platform.error.IllegalTransition when it is neither dead nor failed
   */
  public DeliveryDetail requeue(Actor actor, UUID id) {
    actor.require(Role.ADMIN, Role.AGENT);
    Delivery delivery = find(id);
    delivery.requeue(Times.now(clock));
    entityManager.flush();
    outbox.wake(delivery.channel());
    audit.record(actor, "delivery.requeued", "delivery", id.toString(), Map.of());
    return detail(delivery);
  }

  /** Counts what is not yet sent and what was given up. */
  public DeliveryCounts counts(Actor actor) {
    actor.requireStaff();
    return new DeliveryList(entityManager).counts();
  }

  private Delivery find(UUID id) {
    Delivery delivery = entityManager.find(Delivery.class, id);
    if (delivery == null) {
      throw new NotFound("delivery");
    }
    return delivery;
  }

  private DeliveryDetail detail(Delivery delivery) {
    List<AttemptView> attempts =
        entityManager
            .createQuery(
                "SELECT a FROM Attempt a WHERE a.deliveryId = :delivery ORDER BY a.number",
                Attempt.class)
            .setParameter("delivery", delivery.id())
            .getResultStream()
            .map(Attempt::view)
            .toList();
    return delivery.detail(attempts);
  }
}
