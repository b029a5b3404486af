package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.Channel;
import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.settings.SecretBox;
import dev.tocsin.platform.time.Times;
import dev.tocsin.platform.work.Nudge;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Writes and withdraws deliveries in the transaction of their cause; the first try follows right
 * after its commit.
 */
@Stateless
public class Outbox {

  private static final String ADD =
      """
      INSERT INTO notifications.delivery (id, intent_key, event_type, channel, receiver_kind,
          receiver_id, receiver_name, address, subject, body, html, sealed, state, due_at, incident_id,
          ticket_id, created_at, queued_at, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?, ?, ?, ?, ?, 1)
      ON CONFLICT (intent_key) DO NOTHING
      """;

  private static final String WITHDRAW =
      """
      UPDATE notifications.delivery
      SET state = 'superseded', reason = ?, lease_owner = NULL, version = version + 1
      WHERE state IN ('pending', 'sending', 'failed') AND receiver_kind = ? AND
      """;

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  @Inject private Clock clock;
  @Inject private SecretBox secrets;
  @Inject private Event<Nudge> nudge;

  /** Writes a delivery, due at once; does nothing when its intent is already written. */
  public void add(NewDelivery delivery) {
    Instant now = Times.now(clock);
    Jdbc.update(
        entityManager,
        ADD,
        Ids.next(),
        delivery.intentKey(),
        delivery.eventType(),
        Code.of(delivery.channel()),
        Code.of(delivery.receiverKind()),
        delivery.receiverId(),
        delivery.receiverName(),
        delivery.address(),
        delivery.subject(),
        delivery.secret() ? secrets.seal(delivery.body()) : delivery.body(),
        delivery.html(),
        delivery.secret(),
        now,
        delivery.incidentId(),
        delivery.ticketId(),
        now,
        now);
    wake(delivery.channel());
  }

  /** Asks the senders of a channel to look as soon as the current transaction has committed. */
  public void wake(Channel channel) {
    nudge.fire(new Nudge(DeliveryAttempts.nameOf(channel)));
  }

  /** Withdraws the pages of an incident that no one has received yet; returns how many. */
  public int withdrawPages(UUID incident, String reason) {
    return Jdbc.update(
        entityManager,
        WITHDRAW + "event_type = 'escalation.paged' AND incident_id = ?",
        reason,
        "user",
        incident);
  }

  /** Withdraws a delivery that nobody has received yet; returns whether there was one. */
  public boolean withdraw(String intentKey, String reason) {
    return Jdbc.update(
            entityManager,
            """
            UPDATE notifications.delivery
            SET state = 'superseded', reason = ?, lease_owner = NULL, version = version + 1
            WHERE intent_key = ? AND state IN ('pending', 'sending', 'failed')
            """,
            reason,
            intentKey)
        == 1;
  }

  /** Withdraws what a subscription has not received yet; returns how many. */
  public int withdrawSubscription(UUID subscription, String reason) {
    return Jdbc.update(
        entityManager, WITHDRAW + "receiver_id = ?", reason, "subscription", subscription);
  }

  /** Sends what a subscription has not received yet to its new address. */
  public void redirectSubscription(UUID subscription, String name, String url) {
    Jdbc.update(
        entityManager,
        """
        UPDATE notifications.delivery SET receiver_name = ?, address = ?, version = version + 1
        WHERE receiver_kind = 'subscription' AND receiver_id = ?
          AND state IN ('pending', 'sending', 'failed', 'dead')
        """,
        name,
        url,
        subscription);
  }
}
