package dev.tocsin.notifications;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One delivery with everything known about it.
 *
 * @param body the text of the email or the JSON of the webhook; null where it carries a secret link
 * @param attempts every try, the first one first
 */
public record DeliveryDetail(
    DeliverySummary delivery, @Nullable String body, List<AttemptView> attempts) {}
