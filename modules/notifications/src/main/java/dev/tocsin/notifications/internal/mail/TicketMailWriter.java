package dev.tocsin.notifications.internal.mail;

import dev.tocsin.accounts.CustomerView;
import dev.tocsin.accounts.Customers;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.notifications.Channel;
import dev.tocsin.notifications.ReceiverKind;
import dev.tocsin.notifications.internal.NewDelivery;
import dev.tocsin.notifications.internal.NotificationSettings;
import dev.tocsin.notifications.internal.Outbox;
import dev.tocsin.notifications.internal.Pager;
import dev.tocsin.notifications.mail.TicketMail;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.settings.Setting;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.ticketing.CommentView;
import dev.tocsin.ticketing.Conversation;
import dev.tocsin.ticketing.Requester;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.links.LinkKind;
import dev.tocsin.ticketing.links.TicketLinks;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes mails about tickets into the outbox, in the transaction of what they tell.
 *
 * <p>Without a mail server nobody is promised any mail, and none is written.
 */
@Dependent
public class TicketMailWriter {

  private static final Actor READER = Actor.system("mail");

  @Inject private Ticketing ticketing;
  @Inject private TicketLinks links;
  @Inject private Customers customers;
  @Inject private Users users;
  @Inject private MailThreads threads;
  @Inject private TemplateStore templates;
  @Inject private Outbox outbox;
  @Inject private Pager pager;
  @Inject private Settings settings;

  /** Returns what names the mail of an occasion; a second one of the same name is never written. */
  static String intent(TicketMail mail, UUID ticketId, Object occasion) {
    return mail.eventType() + ":" + ticketId + ":" + occasion;
  }

  /** Mails the requester that a ticket is open, or that it goes on from one that is closed. */
  void opened(UUID ticketId, Instant at) {
    if (isWanted(NotificationSettings.TICKET_MAIL)) {
      boolean goesOn =
          links.list(READER, ticketId.toString()).stream()
              .anyMatch(link -> link.kind() == LinkKind.PRECEDING);
      toRequester(goesOn ? TicketMail.FOLLOW_UP : TicketMail.RECEIVED, ticketId, null, at);
    }
  }

  /** Mails the requester, if there is an address. */
  void toRequester(TicketMail mail, UUID ticketId, @Nullable UUID commentId, Instant at) {
    if (!isWanted(NotificationSettings.TICKET_MAIL)) {
      return;
    }
    Conversation conversation = ticketing.conversation(READER, ticketId.toString());
    TicketView ticket = conversation.ticket();
    Requester requester = ticket.requester();
    if (requester != null && requester.email() != null) {
      String address = requester.email();
      MailThread thread = threads.of(ticketId, address, null);
      String name = requester.name() == null ? address : requester.name();
      Object occasion = commentId == null ? at : commentId;
      write(
          mail,
          intent(mail, ticketId, occasion),
          new Receiver(ReceiverKind.REQUESTER, thread.id(), name, address),
          ticket,
          comment(conversation, commentId),
          pager.links().portalTicket(ticket.number()));
    }
  }

  /** Mails the assignee what a customer said, if there is one. */
  void toAssignee(UUID ticketId, UUID commentId) {
    if (!isWanted(NotificationSettings.TICKET_MAIL_ASSIGNEE)) {
      return;
    }
    Conversation conversation = ticketing.conversation(READER, ticketId.toString());
    TicketView ticket = conversation.ticket();
    UUID assignee = ticket.assigneeId();
    if (assignee != null) {
      UserView agent = users.require(assignee);
      if (agent.active()) {
        threads.of(ticketId, agent.email(), agent.id());
        write(
            TicketMail.CUSTOMER_WROTE,
            intent(TicketMail.CUSTOMER_WROTE, ticketId, commentId),
            new Receiver(ReceiverKind.USER, agent.id(), agent.name(), agent.email()),
            ticket,
            comment(conversation, commentId),
            pager.links().ticket(ticket.number()));
      }
    }
  }

  private record Receiver(ReceiverKind kind, UUID id, String name, String address) {}

  private void write(
      TicketMail mail,
      String intent,
      Receiver to,
      TicketView ticket,
      @Nullable CommentView comment,
      String link) {
    CustomerView customer = customers.require(ticket.customerId());
    Map<String, String> values = TicketText.values(ticket, customer, comment, link);
    TicketText text = TicketText.of(templates.effective(mail, customer.language()), values);
    outbox.add(
        new NewDelivery(
            intent,
            mail.eventType(),
            Channel.EMAIL,
            to.kind(),
            to.id(),
            to.name(),
            to.address(),
            text.subject(),
            text.body(),
            text.html(),
            false,
            null,
            ticket.id()));
  }

  private boolean isWanted(Setting<Boolean> setting) {
    String host = settings.get(NotificationSettings.MAIL_HOST);
    return host != null && !host.isBlank() && settings.require(setting);
  }

  private static @Nullable CommentView comment(Conversation conversation, @Nullable UUID id) {
    return conversation.comments().stream()
        .filter(comment -> comment.id().equals(id))
        .findFirst()
        .orElse(null);
  }
}
