package dev.tocsin.notifications.mail;

import org.jspecify.annotations.Nullable;

/**
 * The words of a mail in one language.
 *
 * @param html the body once more as HTML; null for plain text alone
 * @param own whether somebody here wrote them; false for those that come with Tocsin
 * @param version for optimistic locking; 0 for those that come with Tocsin
 */
public record MailTemplateView(
    TicketMail event,
    String language,
    String subject,
    String body,
    @Nullable String html,
    boolean own,
    long version) {}
