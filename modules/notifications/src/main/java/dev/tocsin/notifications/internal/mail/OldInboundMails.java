package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.internal.NotificationSettings;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.work.OldRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Deletes messages that were dealt with long ago, with their bytes; never one that is held. */
@ApplicationScoped
public class OldInboundMails extends OldRows {

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

  /** Makes the one of this node. */
  public OldInboundMails() {
    super("old-inbound-mails", NotificationSettings.INBOUND_RETENTION, DELETE);
  }

  @Override
  protected EntityManager entityManager() {
    return entityManager;
  }
}
