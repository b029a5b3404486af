package dev.tocsin.notifications.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.notifications.EventTypes;
import dev.tocsin.persistence.Json;
import dev.tocsin.platform.Actor;
import dev.tocsin.ticketing.CommentView;
import dev.tocsin.ticketing.Conversation;
import dev.tocsin.ticketing.TicketCommented;
import dev.tocsin.ticketing.TicketOpened;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketTransitioned;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Tells webhook subscriptions what becomes of tickets: the whole ticket with its public comments,
 * or the comment.
 */
@ApplicationScoped
public class TicketNews {

  private static final Actor READER = Actor.system("notifications");

  @Inject private Announcer announcer;
  @Inject private Ticketing ticketing;

  /** Tells that a ticket was opened. */
  public void on(@Observes TicketOpened event) {
    tell(EventTypes.TICKET_CREATED, event.ticketId(), event.at());
  }

  /** Tells that a ticket was triaged, resolved or closed; other moves are not told. */
  public void on(@Observes TicketTransitioned event) {
    if (event.from() == TicketStatus.OPEN && event.to() == TicketStatus.TRIAGED) {
      tell(EventTypes.TICKET_TRIAGED, event.ticketId(), event.at());
    } else if (event.to() == TicketStatus.RESOLVED) {
      tell(EventTypes.TICKET_RESOLVED, event.ticketId(), event.at());
    } else if (event.to() == TicketStatus.CLOSED) {
      tell(EventTypes.TICKET_CLOSED, event.ticketId(), event.at());
    }
  }

  /** Tells that somebody spoke; of an internal comment too, and that it is internal. */
  public void on(@Observes TicketCommented event) {
    announcer.announce(
        EventTypes.TICKET_COMMENT_ADDED,
        () ->
            Announcement.ofTicket(
                EventTypes.TICKET_COMMENT_ADDED,
                event.commentId().toString(),
                event.at(),
                comment(event),
                event.ticketId()));
  }

  private void tell(String type, UUID ticket, Instant at) {
    announcer.announce(
        type, () -> Announcement.ofTicket(type, ticket + ":" + at, at, ticket(ticket), ticket));
  }

  private ObjectNode ticket(UUID id) {
    Conversation conversation = ticketing.conversation(READER, id.toString());
    List<CommentView> comments =
        conversation.comments().stream()
            .filter(comment -> comment.visibility() == Visibility.PUBLIC)
            .toList();
    ObjectNode ticket = Json.MAPPER.valueToTree(conversation.ticket());
    ticket.set("comments", Json.MAPPER.valueToTree(comments));
    return ticket;
  }

  private CommentView comment(TicketCommented event) {
    return ticketing.comments(READER, event.ticketId().toString()).stream()
        .filter(comment -> comment.id().equals(event.commentId()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("comment " + event.commentId()));
  }
}
