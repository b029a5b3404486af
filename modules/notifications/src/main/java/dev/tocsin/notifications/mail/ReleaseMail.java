package dev.tocsin.notifications.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Make a ticket or an answer of a message after all.
 *
 * @param customerId whose ticket it becomes when nothing else tells; null when something does
 */
public record ReleaseMail(@Nullable UUID customerId) {}
