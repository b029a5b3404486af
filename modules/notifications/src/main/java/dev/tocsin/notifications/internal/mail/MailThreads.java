package dev.tocsin.notifications.internal.mail;

import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.platform.Tokens;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.settings.SecretBox;
import dev.tocsin.platform.time.Times;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Begins and finds what people are mailed about tickets. */
@Dependent
public class MailThreads {

  private static final String BEGIN =
      """
      INSERT INTO notifications.mail_thread
          (id, ticket_id, address, user_id, token_hash, token, created_at)
      VALUES (?1, ?2, ?3, CAST(?4 AS uuid), ?5, ?6, ?7) ON CONFLICT DO NOTHING
      """;

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  @Inject private SecretBox secrets;
  @Inject private Clock clock;

  /**
   * Returns the thread of a person and a ticket, begun when there was none; in a transaction.
   *
   * @param userId the agent who is written to; null for a requester
   */
  MailThread of(UUID ticketId, String address, @Nullable UUID userId) {
    String known = address.strip().toLowerCase(Locale.ROOT);
    return find(ticketId, known, userId)
        .orElseGet(
            () -> {
              begin(ticketId, known, userId);
              return find(ticketId, known, userId).orElseThrow();
            });
  }

  /** Returns the thread of a ticket that a delivery to this receiver belongs to. */
  Optional<MailThread> ofReceiver(UUID ticketId, UUID receiverId) {
    return entityManager
        .createQuery(
            "SELECT t FROM MailThread t WHERE t.ticketId = :ticket"
                + " AND (t.id = :receiver OR t.userId = :receiver) ORDER BY t.id",
            MailThread.class)
        .setParameter("ticket", ticketId)
        .setParameter("receiver", receiverId)
        .getResultStream()
        .findFirst();
  }

  /** Returns the thread that a token proves. */
  Optional<MailThread> byToken(String token) {
    return entityManager
        .createQuery("SELECT t FROM MailThread t WHERE t.tokenHash = :hash", MailThread.class)
        .setParameter("hash", Tokens.digest(token))
        .getResultStream()
        .findFirst();
  }

  /** Returns whether somebody at this address was ever mailed about a ticket as a requester. */
  boolean knows(UUID ticketId, String address) {
    return find(ticketId, address, null).isPresent();
  }

  private void begin(UUID ticketId, String address, @Nullable UUID userId) {
    String token = PlusAddress.newToken();
    entityManager
        .createNativeQuery(BEGIN)
        .setParameter(1, Ids.next())
        .setParameter(2, ticketId)
        .setParameter(3, address)
        .setParameter(4, userId == null ? null : userId.toString())
        .setParameter(5, Tokens.digest(token))
        .setParameter(6, secrets.seal(token))
        .setParameter(7, InstantColumn.of(Times.now(clock)))
        .executeUpdate();
  }

  private Optional<MailThread> find(UUID ticketId, String address, @Nullable UUID userId) {
    return entityManager
        .createQuery(
            "SELECT t FROM MailThread t WHERE t.ticketId = :ticket AND t.address = :address",
            MailThread.class)
        .setParameter("ticket", ticketId)
        .setParameter("address", address)
        .getResultStream()
        .filter(thread -> Objects.equals(thread.userId(), userId))
        .findFirst();
  }
}
