package dev.tocsin.notifications;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries a list holds; every part that is null lets all pass.
 *
 * @param state {@link DeliveryState#PENDING} also finds those being sent right now
 * @param eventType an event type or a family such as {@code escalation.*}
 */
public record DeliveryQuery(
    @Nullable DeliveryState state,
    @Nullable Channel channel,
    @Nullable String eventType,
    @Nullable UUID incidentId,
    @Nullable UUID ticketId,
    @Nullable UUID receiverId) {

  /** Returns the query that every delivery fits. */
  public static DeliveryQuery all() {
    return new DeliveryQuery(null, null, null, null, null, null);
  }

  /** Returns the query for one state. */
  public static DeliveryQuery inState(DeliveryState state) {
    return new DeliveryQuery(state, null, null, null, null, null);
  }
}
