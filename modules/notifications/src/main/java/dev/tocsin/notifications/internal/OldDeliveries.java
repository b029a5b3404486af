package dev.tocsin.notifications.internal;

import dev.tocsin.platform.Unit;
import dev.tocsin.platform.work.OldRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/**
 * Deletes deliveries that were sent or withdrawn long ago, with their attempts.
 *
 * <p>Never one that nobody received, dead ones included: somebody may still requeue it. The age
 * counts from when it was last queued.
 */
@ApplicationScoped
public class OldDeliveries extends OldRows {

  private static final String DELETE =
      """
      DELETE FROM notifications.delivery WHERE id IN (
          SELECT id FROM notifications.delivery
          WHERE state IN ('sent', 'superseded') AND queued_at < ?1
          ORDER BY queued_at LIMIT ?2 FOR UPDATE SKIP LOCKED)
      """;

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  /** Makes the one of this node. */
  public OldDeliveries() {
    super("old-deliveries", NotificationSettings.RETENTION, DELETE);
  }

  @Override
  protected EntityManager entityManager() {
    return entityManager;
  }
}
