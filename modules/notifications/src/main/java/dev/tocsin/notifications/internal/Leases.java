package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.AttemptOutcome;
import dev.tocsin.notifications.DeliveryState;
import dev.tocsin.persistence.Code;
import dev.tocsin.platform.Unit;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hands out leases and takes back outcomes, each in one short transaction.
 *
 * <p>A lease ends when its outcome is recorded or its time is up; an expired one is claimable again
 * by any node. Recording is fenced on owner and attempt, so a sender that lost its lease changes
 * nothing but its own attempt row.
 */
@Stateless
public class Leases {

  /** How far a claim looks past the receivers that are busy. */
  private static final int WINDOW = 500;

  private static final String CLAIM =
      """
      WITH due AS (
        SELECT id, receiver_id, due_at FROM notifications.delivery
        WHERE channel = ? AND state IN ('pending', 'sending', 'failed') AND due_at <= ?
          AND receiver_id <> ALL (?)
        ORDER BY due_at LIMIT ?),
      busy AS (
        SELECT receiver_id, count(*) AS sending FROM unnest(?) AS receiver_id GROUP BY receiver_id),
      ranked AS (
        SELECT id, due_at, COALESCE(sending, 0)
            + row_number() OVER (PARTITION BY receiver_id ORDER BY due_at, id) AS place
        FROM due LEFT JOIN busy USING (receiver_id)),
      mine AS (
        SELECT d.id, d.due_at, d.state FROM notifications.delivery d JOIN ranked r ON r.id = d.id
        WHERE r.place <= ? AND d.state IN ('pending', 'sending', 'failed') AND d.due_at <= ?
        ORDER BY r.due_at LIMIT ? FOR UPDATE OF d SKIP LOCKED),
      lost AS (
        UPDATE notifications.attempt a SET outcome = 'lost', ended_at = ? FROM mine m
        WHERE m.state = 'sending' AND a.delivery_id = m.id AND a.outcome = 'under_way'),
      leased AS (
        UPDATE notifications.delivery d
        SET state = 'sending', lease_owner = ?, due_at = ?, attempts = d.attempts + 1,
            failures = d.failures + CASE WHEN m.state = 'sending' THEN 1 ELSE 0 END,
            version = d.version + 1
        FROM mine m WHERE d.id = m.id
        RETURNING d.id, d.attempts, d.receiver_id, d.event_type, d.address, d.subject, d.body,
            d.html, d.sealed,
            d.incident_id, d.ticket_id, d.failures, m.due_at, d.queued_at),
      tried AS (
        INSERT INTO notifications.attempt (delivery_id, number, node, started_at, outcome)
        SELECT id, attempts, ?, ?, 'under_way' FROM leased)
      SELECT leased.*, s.secret FROM leased
      LEFT JOIN notifications.subscription s ON s.id = leased.receiver_id
      """;

  private static final String RECORD =
      """
      UPDATE notifications.delivery
      SET state = ?, reason = ?, due_at = ?, failures = ?, sent_at = ?, lease_owner = NULL,
          body = CASE WHEN sealed AND ? THEN '' ELSE body END, version = version + 1
      WHERE id = ? AND state = 'sending' AND lease_owner = ? AND attempts = ?
      """;

  private static final String SENT_AFTER_ALL =
      """
      UPDATE notifications.delivery
      SET state = 'sent', reason = NULL, sent_at = ?, version = version + 1
      WHERE id = ? AND state = 'superseded' AND attempts = ?
      """;

  private static final String END_ATTEMPT =
      """
      UPDATE notifications.attempt SET ended_at = ?, outcome = ?, status_code = ?, error = ?
      WHERE delivery_id = ? AND number = ? AND node = ?
      """;

  private static final String RENEW =
      """
      UPDATE notifications.delivery SET due_at = ?
      WHERE id = ANY (?) AND lease_owner = ? AND state = 'sending' AND due_at < ?
      """;

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  /** Leases what is due, oldest first, and begins an attempt for each. */
  public List<Lease> claim(Claim claim) {
    Instant now = claim.now();
    return Jdbc.run(
        entityManager,
        CLAIM,
        sql -> {
          Jdbc.set(
              sql,
              Code.of(claim.channel()),
              now,
              claim.full(),
              WINDOW,
              claim.busy(),
              claim.perReceiver(),
              now,
              claim.limit(),
              now,
              claim.owner(),
              now.plus(claim.lease()),
              claim.owner(),
              now);
          List<Lease> leases = new ArrayList<>();
          try (ResultSet row = sql.executeQuery()) {
            while (row.next()) {
              leases.add(lease(row, claim.owner()));
            }
          }
          leases.sort(Comparator.comparing(Lease::dueAt));
          return leases;
        });
  }

  /** Prolongs those leases that have less than half of their time left; their sends still run. */
  public int renew(List<UUID> deliveries, String owner, Instant now, Duration lease) {
    Instant soon = now.plus(lease.dividedBy(2));
    return Jdbc.update(entityManager, RENEW, now.plus(lease), deliveries, owner, soon);
  }

  /**
   * Records how a try ended.
   *
   * @param retryAt when to try again; null when that was the last try or none is needed
   * @return false when the lease was lost meanwhile: only the attempt's own row was written
   */
  public boolean record(Lease lease, SendResult result, Instant now, @Nullable Instant retryAt) {
    boolean sent = result.outcome() == AttemptOutcome.SENT;
    DeliveryState state =
        sent ? DeliveryState.SENT : retryAt == null ? DeliveryState.DEAD : DeliveryState.FAILED;
    Jdbc.update(
        entityManager,
        END_ATTEMPT,
        now,
        Code.of(result.outcome()),
        result.statusCode(),
        result.error(),
        lease.id(),
        lease.attempt(),
        lease.owner());
    int recorded =
        Jdbc.update(
            entityManager,
            RECORD,
            Code.of(state),
            result.error(),
            retryAt == null ? now : retryAt,
            sent ? 0 : lease.failures() + 1,
            sent ? now : null,
            sent,
            lease.id(),
            lease.owner(),
            lease.attempt());
    if (recorded == 0 && sent) {
      // it left before it was withdrawn: history says what happened, not what was wanted
      Jdbc.update(entityManager, SENT_AFTER_ALL, now, lease.id(), lease.attempt());
    }
    return recorded == 1;
  }

  private static Lease lease(ResultSet row, String owner) throws SQLException {
    return new Lease(
        row.getObject("id", UUID.class),
        owner,
        row.getInt("attempts"),
        row.getObject("receiver_id", UUID.class),
        row.getString("event_type"),
        row.getString("address"),
        row.getString("subject"),
        row.getString("body"),
        row.getString("html"),
        row.getBoolean("sealed"),
        row.getObject("incident_id", UUID.class),
        row.getObject("ticket_id", UUID.class),
        row.getInt("failures"),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        row.getObject("queued_at", OffsetDateTime.class).toInstant(),
        row.getString("secret"));
  }
}
