package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.internal.Delivery;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Unit;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.Ticketing;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Marks what a mail server reports: the delivery that was sent is dead after all, and those who
 * work on its ticket are told. A report never becomes a ticket.
 */
@Dependent
public class Bounces {

  private static final Actor SELF = Actor.system("mail");
  private static final Pattern OURS = Pattern.compile("<([0-9a-f-]{36})@tocsin>");

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  @Inject private Ticketing ticketing;

  /** Marks the delivery and the ticket that a report is about, if it is about one of ours. */
  Verdict mark(ParsedMail.Bounce bounce) {
    Delivery delivery = delivery(bounce.messageId());
    if (delivery == null) {
      return Verdict.bounced(null);
    }
    UUID ticket = delivery.ticketId();
    if (bounce.failed() && delivery.bounce("bounced: " + bounce.detail()) && ticket != null) {
      ticketing.comment(
          SELF,
          ticket.toString(),
          AddComment.internal(
              "The mail to " + delivery.address() + " came back: " + bounce.detail()));
    }
    return Verdict.bounced(ticket);
  }

  private @Nullable Delivery delivery(@Nullable String messageId) {
    Matcher ours = OURS.matcher(messageId == null ? "" : messageId);
    return ours.matches()
        ? entityManager.find(Delivery.class, UUID.fromString(ours.group(1)))
        : null;
  }
}
