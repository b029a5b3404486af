package dev.tocsin.notifications.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which messages are wanted; null does not filter. */
public record InboundQuery(
    @Nullable InboundState state, @Nullable UUID mailboxId, @Nullable UUID ticketId) {}
