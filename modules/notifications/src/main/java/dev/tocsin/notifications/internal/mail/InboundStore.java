package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.mail.InboundCounts;
import dev.tocsin.notifications.mail.InboundQuery;
import dev.tocsin.notifications.mail.InboundState;
import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.work.DueRow;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds messages that were read from mailboxes. */
@Dependent
public class InboundStore {

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  List<DueRow> due(Instant now, int limit) {
    List<?> rows =
        entityManager
            .createNativeQuery(
                "SELECT CAST(id AS text), due_at, failures FROM notifications.inbound_mail"
                    + " WHERE state = 'received' AND due_at <= ?1 ORDER BY due_at LIMIT ?2")
            .setParameter(1, InstantColumn.of(now))
            .setParameter(2, limit)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new DueRow(
                    UUID.fromString(row[0].toString()),
                    ((Timestamp) row[1]).toInstant(),
                    ((Number) row[2]).intValue()))
        .toList();
  }

  /** Returns a message that is due, its row locked; empty when another node has it. */
  Optional<InboundMail> lockDue(UUID id, Instant now) {
    boolean mine =
        !entityManager
            .createNativeQuery(
                "SELECT 1 FROM notifications.inbound_mail WHERE id = ?1 AND state = 'received'"
                    + " AND due_at <= ?2 FOR UPDATE SKIP LOCKED")
            .setParameter(1, id)
            .setParameter(2, InstantColumn.of(now))
            .getResultList()
            .isEmpty();
    return mine ? Optional.of(require(id)) : Optional.empty();
  }

  /** Returns a message, its row locked until the transaction ends. */
  public InboundMail requireLocked(UUID id) {
    entityManager
        .createNativeQuery("SELECT 1 FROM notifications.inbound_mail WHERE id = ?1 FOR UPDATE")
        .setParameter(1, id)
        .getResultList();
    return require(id);
  }

  /** Returns a message. */
  public InboundMail require(UUID id) {
    InboundMail mail = entityManager.find(InboundMail.class, id);
    if (mail == null) {
      throw new NotFound("inbound mail");
    }
    return mail;
  }

  /** Writes what has changed. */
  public void flush() {
    entityManager.flush();
  }

  /** Returns the bytes of a message. */
  public byte[] raw(UUID id) {
    return entityManager.find(InboundRaw.class, id).raw();
  }

  void postpone(UUID id, Instant until, int failures, boolean giveUp) {
    entityManager
        .createNativeQuery(
            "UPDATE notifications.inbound_mail SET due_at = ?1, failures = ?2, version = version + 1,"
                + " state = CASE WHEN ?3 THEN 'held' ELSE state END,"
                + " reason = CASE WHEN ?3 THEN 'failed' ELSE reason END WHERE id = ?4")
        .setParameter(1, InstantColumn.of(until))
        .setParameter(2, failures)
        .setParameter(3, giveUp)
        .setParameter(4, id)
        .executeUpdate();
  }

  /** Counts what needs somebody. */
  public InboundCounts counts() {
    Object[] row =
        (Object[])
            entityManager
                .createNativeQuery(
                    """
                    SELECT count(*) FILTER (WHERE state = 'received'),
                        count(*) FILTER (WHERE state = 'held'),
                        count(*) FILTER (WHERE state = 'held' AND reason = 'failed'),
                        (SELECT count(*) FROM notifications.mailbox
                            WHERE enabled AND error IS NOT NULL)
                    FROM notifications.inbound_mail WHERE state IN ('received', 'held')
                    """)
                .getSingleResult();
    return new InboundCounts(
        ((Number) row[0]).longValue(),
        ((Number) row[1]).longValue(),
        ((Number) row[2]).longValue(),
        ((Number) row[3]).longValue());
  }

  /** Returns how many messages wait for somebody to decide, by mailbox; where there are any. */
  public Map<UUID, Long> held(List<UUID> mailboxes) {
    return mailboxes.isEmpty()
        ? Map.of()
        : entityManager
            .createQuery(
                "SELECT m.mailboxId, COUNT(m) FROM InboundMail m"
                    + " WHERE m.state = :held AND m.mailboxId IN :mailboxes GROUP BY m.mailboxId",
                Object[].class)
            .setParameter("held", InboundState.HELD)
            .setParameter("mailboxes", mailboxes)
            .getResultStream()
            .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
  }

  /** Returns one page, the newest first. */
  public Page<InboundMail> page(InboundQuery wanted, PageRequest request) {
    Map<String, Object> wants = new LinkedHashMap<>();
    want(wants, "m.state = :state", wanted.state());
    want(wants, "m.mailboxId = :mailbox", wanted.mailboxId());
    want(wants, "m.ticketId = :ticket", wanted.ticketId());
    want(wants, "m.id < :before", request.position().map(at -> at.id(0)).orElse(null));
    String where = wants.isEmpty() ? "" : " WHERE " + String.join(" AND ", wants.keySet());
    TypedQuery<InboundMail> query =
        entityManager.createQuery(
            "SELECT m FROM InboundMail m" + where + " ORDER BY m.id DESC", InboundMail.class);
    wants.forEach((want, value) -> query.setParameter(want.split(":", 2)[1], value));
    List<InboundMail> rows = query.setMaxResults(request.fetch()).getResultList();
    return Page.of(rows, request, mail -> Cursor.of(mail.id()));
  }

  private static void want(Map<String, Object> wants, String condition, @Nullable Object value) {
    if (value != null) {
      wants.put(condition, value);
    }
  }
}
