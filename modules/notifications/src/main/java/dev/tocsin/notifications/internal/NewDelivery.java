package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.Channel;
import dev.tocsin.notifications.ReceiverKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What shall be sent to one receiver.
 *
 * @param intentKey names the intent; a second delivery of the same intent is never written
 * @param html the body once more as HTML; null for plain text alone
 * @param secret whether the body carries a secret: it is sealed, shown to nobody, and wiped once
 *     sent
 */
public record NewDelivery(
    String intentKey,
    String eventType,
    Channel channel,
    ReceiverKind receiverKind,
    UUID receiverId,
    String receiverName,
    String address,
    @Nullable String subject,
    String body,
    @Nullable String html,
    boolean secret,
    @Nullable UUID incidentId,
    @Nullable UUID ticketId) {

  /** Makes a delivery of plain text or JSON. */
  public NewDelivery(
      String intentKey,
      String eventType,
      Channel channel,
      ReceiverKind receiverKind,
      UUID receiverId,
      String receiverName,
      String address,
      @Nullable String subject,
      String body,
      boolean secret,
      @Nullable UUID incidentId,
      @Nullable UUID ticketId) {
    this(
        intentKey,
        eventType,
        channel,
        receiverKind,
        receiverId,
        receiverName,
        address,
        subject,
        body,
        null,
        secret,
        incidentId,
        ticketId);
  }

  @Override
  public String toString() {
    return "NewDelivery[" + intentKey + "]";
  }
}
