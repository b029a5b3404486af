package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.Channel;
import dev.tocsin.notifications.ReceiverKind;
import dev.tocsin.persistence.Ids;
import java.time.Instant;
import java.util.UUID;

/** Things to send. */
final class Samples {

  static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  private Samples() {}

  static Lease lease(String address, String subject, String body) {
    return new Lease(
        Ids.next(),
        "node",
        1,
        Ids.next(),
        "escalation.paged",
        address,
        subject,
        body,
        null,
        false,
        null,
        null,
        0,
        NOW,
        NOW,
        null);
  }

  static NewDelivery webhook(String intent, UUID subscription) {
    return new NewDelivery(
        intent,
        "ticket.created",
        Channel.WEBHOOK,
        ReceiverKind.SUBSCRIPTION,
        subscription,
        "subscription",
        "https://example.org/hook",
        null,
        "{}",
        false,
        null,
        null);
  }

  static NewDelivery email(String intent, UUID user) {
    return new NewDelivery(
        intent,
        "escalation.paged",
        Channel.EMAIL,
        ReceiverKind.USER,
        user,
        "Alice",
        "alice@example.org",
        "subject",
        "body",
        false,
        null,
        null);
  }
}
