package dev.tocsin.notifications.internal.mail;

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
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds messages that were read from mailboxes. */
@Dependent
public class InboundStore {

  // what the keys of advisory locks stand for
  private static final int SENDERS = 17;
  private static final int MESSAGES = 18;

  private static final int SOME = 50;

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

  /** Makes whoever judges another message of this sender wait for the end of this transaction. */
  void lockSender(String sender) {
    lock(sender, SENDERS);
  }

  /** Makes whoever judges another message of this conversation wait likewise. */
  void lockConversation(SortedSet<String> messageIds) {
    messageIds.forEach(id -> lock(id, MESSAGES)); // in order, so that nobody waits in a circle
  }

  private void lock(String key, int kind) {
    entityManager
        .createNativeQuery(
            "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(?1, ?2))) AS held")
        .setParameter(1, key)
        .setParameter(2, kind)
        .getResultList();
  }

  /** Returns whether another message with this id by this sender was judged before. */
  boolean isKnown(InboundMail mail, ParsedMail parsed) {
    return !entityManager
        .createQuery(
            "SELECT m.id FROM InboundMail m WHERE m.messageId = :message AND m.sender = :sender"
                + " AND m.id <> :self AND m.state <> :received",
            UUID.class)
        .setParameter("message", parsed.messageId())
        .setParameter("sender", parsed.sender())
        .setParameter("self", mail.id())
        .setParameter("received", InboundState.RECEIVED)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Returns how many messages of a sender were let in since then. */
  long accepted(String sender, Instant since) {
    return entityManager
        .createQuery(
            "SELECT COUNT(m) FROM InboundMail m WHERE m.sender = :sender AND m.state = :accepted"
                + " AND m.judgedAt > :since",
            Long.class)
        .setParameter("sender", sender)
        .setParameter("accepted", InboundState.ACCEPTED)
        .setParameter("since", since)
        .getSingleResult();
  }

  /** Returns the ticket that a message became or answered, by its {@code Message-ID}. */
  Optional<UUID> ticketOf(String messageId) {
    return entityManager
        .createQuery(
            "SELECT m.ticketId FROM InboundMail m WHERE m.messageId = :message"
                + " AND m.state = :accepted ORDER BY m.id",
            UUID.class)
        .setParameter("message", messageId)
        .setParameter("accepted", InboundState.ACCEPTED)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Returns the tickets of messages that were let in and share one of these, the oldest first. */
  List<UUID> ticketsOf(SortedSet<String> conversation) {
    return entityManager
        .createQuery(
            "SELECT m.ticketId FROM InboundMail m JOIN m.conversation c WHERE c IN :ids"
                + " AND m.state = :accepted ORDER BY m.id",
            UUID.class)
        .setParameter("ids", conversation)
        .setParameter("accepted", InboundState.ACCEPTED)
        .setMaxResults(SOME)
        .getResultStream()
        .distinct()
        .toList();
  }

  /** Returns the ids of the last messages that became or answered a ticket, oldest first. */
  List<InboundMail> conversation(UUID ticketId, int limit) {
    List<InboundMail> newest =
        entityManager
            .createQuery(
                "SELECT m FROM InboundMail m WHERE m.ticketId = :ticket AND m.state = :accepted"
                    + " ORDER BY m.id DESC",
                InboundMail.class)
            .setParameter("ticket", ticketId)
            .setParameter("accepted", InboundState.ACCEPTED)
            .setMaxResults(limit)
            .getResultList();
    return newest.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
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
