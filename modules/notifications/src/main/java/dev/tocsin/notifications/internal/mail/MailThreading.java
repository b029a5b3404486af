package dev.tocsin.notifications.internal.mail;

import dev.tocsin.accounts.Users;
import dev.tocsin.notifications.internal.Delivery;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Unit;
import dev.tocsin.ticketing.Requester;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ticket that a message answers: by the token in the address it was sent to, else by the
 * messages it refers to, else by the number in its subject, which anybody can write and so counts
 * only from somebody who belongs to the ticket.
 */
@Dependent
public class MailThreading {

  private static final Actor READER = Actor.system("mail");
  private static final Pattern OURS =
      Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@tocsin>");
  private static final Pattern NUMBER = Pattern.compile("\\[(TKT-\\d{1,12})\\]");

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  @Inject private Ticketing ticketing;
  @Inject private Users users;
  @Inject private MailThreads threads;
  @Inject private InboundHistory history;

  /**
   * A ticket that was found.
   *
   * @param thread whose token the message brought; null when it brought none
   * @param takesWords whether the ticket, or the one that goes on, takes what is said
   */
  record Found(TicketView ticket, @Nullable MailThread thread, boolean takesWords) {}

  /** Returns the ticket a message answers. */
  Optional<Found> ticketOf(ParsedMail mail) {
    return byToken(mail).or(() -> byReference(mail)).or(() -> bySubject(mail));
  }

  /**
   * Returns the ticket of a customer that another message of the same conversation became,
   * whichever of them was judged first; as everybody can refer to anything, it is looked for only
   * once it is known whose ticket the message becomes.
   */
  Optional<Found> ofConversation(ParsedMail mail, UUID customerId) {
    return history.ticketsOf(mail.conversation()).stream()
        .flatMap(id -> ticketing.find(READER, id.toString()).stream())
        .filter(ticket -> ticket.customerId().equals(customerId))
        .map(ticket -> found(ticket, null))
        .filter(Found::takesWords)
        .findFirst();
  }

  private Found found(TicketView ticket, @Nullable MailThread thread) {
    return new Found(ticket, thread, ticketing.takesWords(READER, ticket.number()));
  }

  private Optional<Found> byToken(ParsedMail mail) {
    return mail.token()
        .flatMap(threads::byToken)
        .flatMap(
            thread ->
                ticketing
                    .find(READER, thread.ticketId().toString())
                    .map(ticket -> found(ticket, thread)));
  }

  private Optional<Found> byReference(ParsedMail mail) {
    List<String> references = mail.references();
    for (int i = references.size() - 1; i >= 0; i--) {
      Optional<Found> found =
          ticketOf(references.get(i))
              .flatMap(id -> ticketing.find(READER, id.toString()))
              .map(ticket -> found(ticket, null));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<UUID> ticketOf(String messageId) {
    Matcher ours = OURS.matcher(messageId);
    if (!ours.matches()) {
      return history.ticketOf(messageId);
    }
    UUID id = UUID.fromString(ours.group(1));
    Delivery delivery = entityManager.find(Delivery.class, id);
    // else it is the root of a ticket's conversation
    return Optional.of(delivery == null ? id : Objects.requireNonNullElse(delivery.ticketId(), id));
  }

  private Optional<Found> bySubject(ParsedMail mail) {
    Matcher number = NUMBER.matcher(mail.subject());
    return number.find()
        ? ticketing
            .find(READER, number.group(1))
            .filter(ticket -> belongs(ticket, Objects.requireNonNull(mail.sender())))
            .map(ticket -> found(ticket, null))
        : Optional.empty();
  }

  /** Tells whether somebody asked, was mailed about, or is of the organisation of a ticket. */
  boolean belongs(TicketView ticket, String sender) {
    Requester requester = ticket.requester();
    boolean asked = requester != null && sender.equalsIgnoreCase(requester.email());
    return asked
        || threads.knows(ticket.id(), sender)
        || users
            .byEmail(sender)
            .filter(u -> ticket.customerId().equals(u.customerId()))
            .isPresent();
  }
}
