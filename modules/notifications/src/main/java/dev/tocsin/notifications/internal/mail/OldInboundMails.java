package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.internal.NotificationSettings;
import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.platform.work.Purge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;

/** Deletes messages that were dealt with long ago, with their bytes; never one that is held. */
@ApplicationScoped
public class OldInboundMails extends Purge {

  private static final String DELETE =
      """
      DELETE FROM notifications.inbound_mail WHERE id IN (
          SELECT id FROM notifications.inbound_mail
          WHERE state IN ('accepted', 'ignored', 'bounced', 'discarded') AND received_at < ?1
          ORDER BY received_at LIMIT ?2 FOR UPDATE SKIP LOCKED)
      """;

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  @Inject private Settings settings;

  /** Makes the one of this node. */
  public OldInboundMails() {
    super(Duration.ofMinutes(10));
  }

  @Override
  public String name() {
    return "old-inbound-mails";
  }

  @Override
  protected int delete(Instant now, int limit) {
    Duration kept = Duration.ofDays(settings.require(NotificationSettings.INBOUND_RETENTION));
    return entityManager
        .createNativeQuery(DELETE)
        .setParameter(1, InstantColumn.of(now.minus(kept)))
        .setParameter(2, limit)
        .executeUpdate();
  }
}
