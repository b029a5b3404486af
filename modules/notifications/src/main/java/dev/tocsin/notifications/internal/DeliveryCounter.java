package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.DeliveryCounts;
import dev.tocsin.platform.Unit;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Counts deliveries in a transaction of its own, for the metrics. */
@Stateless
public class DeliveryCounter {

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  /** Counts what is not yet sent and what was given up. */
  public DeliveryCounts counts() {
    return new DeliveryList(entityManager).counts();
  }
}
