package dev.tocsin.notifications;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One delivery in a list.
 *
 * @param id also the {@code webhook-id}, and the local part of the {@code Message-ID}
 * @param eventType what it tells, for example {@code escalation.paged}
 * @param receiverId the user or the subscription
 * @param subject the subject line of an email; null for a webhook
 * @param reason why the last try failed, or why it was withdrawn; null while all is well
 * @param dueAt when the next try is due; while sending, when the lease ends
 * @param attempts how many tries were begun
 * @param sentAt when the receiver accepted it; null before
 */
public record DeliverySummary(
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
    int attempts,
    @Nullable UUID incidentId,
    @Nullable UUID ticketId,
    Instant createdAt,
    @Nullable Instant sentAt,
    long version) {}
