package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.internal.Jdbc;
import dev.tocsin.notifications.mail.MailboxTls;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.work.Nudge;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hands out mailboxes to readers and stores what they read, each in one short transaction.
 *
 * <p>A message is stored together with how far reading has come, under the fence of the lease: a
 * reader that died leaves nothing half-done, and one that was overtaken stores nothing.
 */
@Stateless
public class PollStore {

  /** Longer than a reader takes for any one step, see {@link MailboxReader}. */
  static final Duration LEASE = Duration.ofMinutes(3);

  private static final String CLAIM =
      """
      UPDATE notifications.mailbox SET lease_owner = ?, due_at = ?
      WHERE id = (SELECT id FROM notifications.mailbox WHERE enabled AND due_at <= ?
                  ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, host, port, tls, username, password, folder, archive_folder,
          uid_validity, last_uid, failures
      """;

  private static final String GO_ON =
      """
      UPDATE notifications.mailbox SET last_uid = ?, due_at = ? WHERE id = ? AND lease_owner = ?
      """;

  private static final String KEEP =
      """
      INSERT INTO notifications.inbound_mail (id, mailbox_id, uid_validity, uid, state, reason,
          size, due_at, failures, received_at, to_archive, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, 1) ON CONFLICT DO NOTHING
      """;

  private static final String KEEP_RAW =
      "INSERT INTO notifications.inbound_raw (mail_id, raw) VALUES (?, ?)";

  private static final String FINISH =
      """
      UPDATE notifications.mailbox SET uid_validity = ?, last_uid = ?, due_at = ?, polled_at = ?,
          lease_owner = NULL, failures = 0, error = ?
      WHERE id = ? AND lease_owner = ?
      """;

  private static final String FAIL =
      """
      UPDATE notifications.mailbox SET due_at = ?, failures = failures + 1, error = ?,
          lease_owner = NULL
      WHERE id = ? AND lease_owner = ?
      """;

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  @Inject private Event<Nudge> nudge;

  /** Takes the mailbox that waits longest, if any is due. */
  public Optional<PollLease> claim(Instant now) {
    String owner = Ids.next().toString();
    return Jdbc.run(
        entityManager,
        CLAIM,
        sql -> {
          Jdbc.set(sql, owner, now.plus(LEASE), now);
          try (ResultSet row = sql.executeQuery()) {
            return row.next() ? Optional.of(lease(row, owner)) : Optional.empty();
          }
        });
  }

  /**
   * Stores a message and that it was read.
   *
   * @param heldFor why nobody shall judge it by itself; null lets it be judged
   * @return false when the lease was lost: nothing was stored
   */
  public boolean keep(
      PollLease lease,
      long uidValidity,
      long uid,
      byte[] raw,
      long size,
      @Nullable String heldFor,
      Instant now) {
    Instant until = now.plus(LEASE);
    if (Jdbc.update(entityManager, GO_ON, uid, until, lease.id(), lease.owner()) == 0) {
      return false;
    }
    UUID id = Ids.next();
    String state = heldFor == null ? "received" : "held";
    int stored =
        Jdbc.update(
            entityManager,
            KEEP,
            id,
            lease.id(),
            uidValidity,
            uid,
            state,
            heldFor,
            size,
            now,
            now,
            lease.archiveFolder() != null);
    if (stored == 1) {
      Jdbc.update(entityManager, KEEP_RAW, id, raw);
      nudge.fire(new Nudge(InboundJudgements.NAME));
    }
    return true;
  }

  /**
   * Gives the mailbox back.
   *
   * @param uidValidity null when the first reading is not through yet
   * @param trouble what went wrong though everything was read; null for nothing
   */
  public void finish(
      PollLease lease,
      @Nullable Long uidValidity,
      long lastUid,
      Instant next,
      Instant now,
      @Nullable String trouble) {
    Jdbc.update(
        entityManager, FINISH, uidValidity, lastUid, next, now, trouble, lease.id(), lease.owner());
    if (!next.isAfter(now)) {
      nudge.fire(new Nudge(MailboxPolls.NAME));
    }
  }

  /** Gives the mailbox back with what went wrong. */
  public void fail(PollLease lease, String error, Instant next) {
    Jdbc.update(entityManager, FAIL, next, error, lease.id(), lease.owner());
  }

  private static PollLease lease(ResultSet row, String owner) throws SQLException {
    return new PollLease(
        row.getObject("id", UUID.class),
        owner,
        row.getString("host"),
        row.getInt("port"),
        MailboxTls.valueOf(row.getString("tls").toUpperCase(Locale.ROOT)),
        row.getString("username"),
        row.getString("password"),
        row.getString("folder"),
        row.getString("archive_folder"),
        row.getObject("uid_validity", Long.class),
        row.getLong("last_uid"),
        row.getInt("failures"));
  }
}
