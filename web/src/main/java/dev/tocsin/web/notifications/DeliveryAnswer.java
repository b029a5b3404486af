package dev.tocsin.web.notifications;

import dev.tocsin.notifications.AttemptView;
import dev.tocsin.notifications.Channel;
import dev.tocsin.notifications.DeliveryDetail;
import dev.tocsin.notifications.DeliveryState;
import dev.tocsin.notifications.DeliverySummary;
import dev.tocsin.notifications.ReceiverKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as one flat resource: the summary's members, but with each attempt instead of their
 * number, and the body unless it carried a secret link.
 */
public record DeliveryAnswer(
    UUID id,
    String eventType,
    Channel channel,
    ReceiverKind receiverKind,
    UUID receiverId,
    String receiverName,
    String address,
    @Nullable String subject,
    DeliveryState state,
    @Nullable String reason,
    Instant dueAt,
    List<AttemptView> attempts,
    @Nullable UUID incidentId,
    @Nullable UUID ticketId,
    Instant createdAt,
    @Nullable Instant sentAt,
    @Nullable String body,
    long version) {

  static DeliveryAnswer of(DeliveryDetail detail) {
    DeliverySummary delivery = detail.delivery();
    return new DeliveryAnswer(
        delivery.id(),
        delivery.eventType(),
        delivery.channel(),
        delivery.receiverKind(),
        delivery.receiverId(),
        delivery.receiverName(),
        delivery.address(),
        delivery.subject(),
        delivery.state(),
        delivery.reason(),
        delivery.dueAt(),
        detail.attempts(),
        delivery.incidentId(),
        delivery.ticketId(),
        delivery.createdAt(),
        delivery.sentAt(),
        detail.body(),
        delivery.version());
  }
}
