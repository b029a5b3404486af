package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.internal.NotificationSettings;
import dev.tocsin.notifications.mail.TicketMail;
import dev.tocsin.platform.Actor;
import dev.tocsin.ticketing.CommentView;
import dev.tocsin.ticketing.Conversation;
import dev.tocsin.ticketing.TicketCommented;
import dev.tocsin.ticketing.TicketOpened;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketTransitioned;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.Visibility;
import dev.tocsin.ticketing.links.LinkKind;
import dev.tocsin.ticketing.links.TicketLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Mails the requester what becomes of a ticket, its assignee what the customer says, and its
 * watchers both; nobody twice, nobody what they said or did themselves, and nobody what is said
 * internally.
 */
@ApplicationScoped
public class TicketMails {

  private static final Actor READER = Actor.system("mail");

  @Inject private Ticketing ticketing;
  @Inject private TicketLinks links;
  @Inject private Addressees people;
  @Inject private TicketMailWriter writer;

  /** Mails the requester that a ticket is open, or that it goes on from one that is closed. */
  public void on(@Observes TicketOpened event) {
    if (!writer.isWanted(NotificationSettings.TICKET_MAIL)) {
      return;
    }
    TicketView ticket = ticketing.require(READER, event.ticketId().toString());
    boolean goesOn =
        links.list(READER, ticket.number()).stream()
            .anyMatch(link -> link.kind() == LinkKind.PRECEDING);
    toRequester(goesOn ? TicketMail.FOLLOW_UP : TicketMail.RECEIVED, ticket, event.at(), Map.of());
  }

  /** Mails what was said in public. */
  public void on(@Observes TicketCommented event) {
    if (event.visibility() != Visibility.PUBLIC || !writer.isSending()) {
      return;
    }
    Conversation conversation = ticketing.conversation(READER, event.ticketId().toString());
    TicketView ticket = conversation.ticket();
    CommentView said =
        conversation.comments().stream()
            .filter(comment -> comment.id().equals(event.commentId()))
            .findFirst()
            .orElseThrow();
    Map<String, String> words = TicketText.said(said);
    Set<String> told = new HashSet<>();
    if (event.byAgent()) {
      toRequester(TicketMail.ANSWERED, ticket, said.id(), words).ifPresent(told::add);
    } else if (event.byCustomer()) {
      toAssignee(ticket, said.id(), words).ifPresent(told::add);
    }
    Set<UUID> watchers = except(said.authorId(), event.watchers());
    toWatchers(TicketMail.WATCHED_COMMENT, ticket, said.id(), watchers, told, words);
  }

  /**
   * Mails the requester that the ticket is resolved or closed, and the watchers where it moved
   * unless what was said in the same breath tells them already.
   */
  public void on(@Observes TicketTransitioned event) {
    Set<UUID> watchers = except(event.by(), event.watchers());
    boolean resolved = event.to() == TicketStatus.RESOLVED;
    boolean ended = resolved || event.to() == TicketStatus.CLOSED;
    if ((!ended && watchers.isEmpty()) || !writer.isSending()) {
      return;
    }
    Conversation conversation = ticketing.conversation(READER, event.ticketId().toString());
    TicketView ticket = conversation.ticket();
    Set<String> told = new HashSet<>();
    if (ended) {
      TicketMail mail = resolved ? TicketMail.RESOLVED : TicketMail.CLOSED;
      toRequester(mail, ticket, event.at(), Map.of()).ifPresent(told::add);
    }
    boolean toldInWords =
        conversation.comments().stream()
            .anyMatch(
                comment ->
                    comment.visibility() == Visibility.PUBLIC
                        && comment.createdAt().equals(event.at()));
    if (!toldInWords) {
      toWatchers(TicketMail.WATCHED_STATUS, ticket, event.at(), watchers, told, Map.of());
    }
  }

  private Optional<String> toRequester(
      TicketMail mail, TicketView ticket, Object occasion, Map<String, String> words) {
    if (!writer.isWanted(NotificationSettings.TICKET_MAIL)) {
      return Optional.empty();
    }
    Optional<Addressee> to = people.requester(ticket);
    String intent = TicketMailWriter.intent(mail, ticket.id(), occasion);
    to.ifPresent(requester -> writer.write(mail, intent, requester, ticket, words));
    return to.map(Addressee::key);
  }

  private Optional<String> toAssignee(
      TicketView ticket, UUID commentId, Map<String, String> words) {
    if (!writer.isWanted(NotificationSettings.TICKET_MAIL_ASSIGNEE)) {
      return Optional.empty();
    }
    TicketMail mail = TicketMail.CUSTOMER_WROTE;
    Optional<Addressee> to = people.assignee(ticket);
    String intent = TicketMailWriter.intent(mail, ticket.id(), commentId);
    to.ifPresent(assignee -> writer.write(mail, intent, assignee, ticket, words));
    return to.map(Addressee::key);
  }

  private void toWatchers(
      TicketMail mail,
      TicketView ticket,
      Object occasion,
      Set<UUID> watchers,
      Set<String> told,
      Map<String, String> words) {
    if (watchers.isEmpty() || !writer.isWanted(NotificationSettings.TICKET_MAIL_WATCHERS)) {
      return;
    }
    for (Addressee to : people.readers(ticket, watchers)) {
      if (told.add(to.key())) {
        String intent = TicketMailWriter.intent(mail, ticket.id(), occasion + ":" + to.id());
        writer.write(mail, intent, to, ticket, words);
      }
    }
  }

  private static Set<UUID> except(@Nullable UUID author, Set<UUID> watchers) {
    Set<UUID> others = new HashSet<>(watchers);
    others.remove(author);
    return others;
  }
}
