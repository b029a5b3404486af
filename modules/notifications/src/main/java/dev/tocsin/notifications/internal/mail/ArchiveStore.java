package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.internal.Jdbc;
import dev.tocsin.platform.Unit;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** Knows which messages of a mailbox are stored but still to be moved to its archive folder. */
@Stateless
public class ArchiveStore {

  private static final String TO_ARCHIVE =
      """
      SELECT uid FROM notifications.inbound_mail
      WHERE mailbox_id = ? AND uid_validity = ? AND to_archive ORDER BY uid LIMIT ?
      """;

  private static final String ARCHIVED =
      """
      UPDATE notifications.inbound_mail SET to_archive = false
      WHERE mailbox_id = ? AND uid_validity = ? AND to_archive AND uid <= ?
      """;

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  /** Returns messages that are stored and not moved yet, by their ids in the folder. */
  public List<Long> pending(PollLease lease, long uidValidity, int limit) {
    return Jdbc.run(
        entityManager,
        TO_ARCHIVE,
        sql -> {
          Jdbc.set(sql, lease.id(), uidValidity, limit);
          List<Long> uids = new ArrayList<>();
          try (ResultSet rows = sql.executeQuery()) {
            while (rows.next()) {
              uids.add(rows.getLong(1));
            }
          }
          return uids;
        });
  }

  /** Notes that the messages up to this one are moved. */
  public void moved(PollLease lease, long uidValidity, long uid) {
    Jdbc.update(entityManager, ARCHIVED, lease.id(), uidValidity, uid);
  }
}
