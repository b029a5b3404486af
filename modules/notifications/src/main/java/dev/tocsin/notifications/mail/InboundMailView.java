package dev.tocsin.notifications.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that was read from a mailbox.
 *
 * @param reason why it was judged so: {@code opened, replied, unknown_sender, other_customer,
 *     too_many, too_many_recipients, too_large, broken, no_sender, automatic, own, duplicate,
 *     bounce, closed, failed}; null before
 * @param size in bytes
 * @param ticketId the ticket it became, answered or is about; null for none
 */
public record InboundMailView(
    UUID id,
    UUID mailboxId,
    InboundState state,
    @Nullable String reason,
    @Nullable String sender,
    @Nullable String senderName,
    @Nullable String subject,
    @Nullable String messageId,
    long size,
    @Nullable UUID ticketId,
    Instant receivedAt,
    @Nullable Instant judgedAt,
    long version) {}
