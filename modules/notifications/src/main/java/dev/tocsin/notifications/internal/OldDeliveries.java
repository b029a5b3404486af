package dev.tocsin.notifications.internal;

import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.platform.work.Purge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;

/**
 * Deletes deliveries that were sent or withdrawn long ago, with their attempts.
 *
 * <p>Never one that nobody received, dead ones included: somebody may still requeue it. The age
 * counts from when it was last queued.
 */
@ApplicationScoped
public class OldDeliveries extends Purge {

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

  @Inject private Settings settings;

  /** Makes the one of this node. */
  public OldDeliveries() {
    super(Duration.ofMinutes(10));
  }

  @Override
  public String name() {
    return "old-deliveries";
  }

  @Override
  protected int delete(Instant now, int limit) {
    Duration kept = Duration.ofDays(settings.require(NotificationSettings.RETENTION));
    return entityManager
        .createNativeQuery(DELETE)
        .setParameter(1, InstantColumn.of(now.minus(kept)))
        .setParameter(2, limit)
        .executeUpdate();
  }
}
