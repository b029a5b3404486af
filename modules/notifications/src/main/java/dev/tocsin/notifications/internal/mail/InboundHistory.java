package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.mail.InboundState;
import dev.tocsin.platform.Unit;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/**
 * What was read and judged before: whether a message was here, how much its sender was let in, and
 * which ticket its conversation is.
 */
@Dependent
public class InboundHistory {

  // what the keys of advisory locks stand for
  private static final int SENDERS = 17;
  private static final int MESSAGES = 18;

  private static final int SOME = 50;

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

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
}
