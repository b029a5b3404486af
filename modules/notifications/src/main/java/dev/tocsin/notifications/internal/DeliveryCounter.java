package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.DeliveryCounts;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Counts deliveries in a transaction of its own, for the metrics. */
@Stateless
public class DeliveryCounter {

  @PersistenceContext(unitName = "notifications")
  private EntityManager entityManager;

  /** Counts what is not yet sent and what was given up. */
  public DeliveryCounts counts() {
    return new DeliveryList(entityManager).counts();
  }
}
