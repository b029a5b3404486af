/**
 * Writes mails about tickets into the outbox, and reads mailboxes: a message is stored as it came,
 * then judged once, and what it means for a ticket commits together with the judgement.
 *
 * <p>Nothing in here speaks with a mail server while a transaction is open.
 */
@NullMarked
package dev.tocsin.notifications.internal.mail;

import org.jspecify.annotations.NullMarked;
