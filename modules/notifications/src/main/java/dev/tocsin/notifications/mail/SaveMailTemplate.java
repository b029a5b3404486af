package dev.tocsin.notifications.mail;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Write the words of a mail; {@code {{…}}} stands for what is known of the ticket.
 *
 * @param html values are escaped in it; null or blank for plain text alone
 */
public record SaveMailTemplate(
    @NotBlank @Size(max = 500) String subject,
    @NotBlank @Size(max = 20_000) String body,
    @Nullable @Size(max = 100_000) String html) {}
