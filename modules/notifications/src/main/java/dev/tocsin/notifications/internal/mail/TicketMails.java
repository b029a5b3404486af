package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.mail.TicketMail;
import dev.tocsin.ticketing.TicketCommented;
import dev.tocsin.ticketing.TicketOpened;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketTransitioned;
import dev.tocsin.ticketing.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Mails the requester what becomes of a ticket, and its assignee what the customer says; what is
 * said internally is mailed to nobody.
 */
@ApplicationScoped
public class TicketMails {

  @Inject private TicketMailWriter writer;

  /** Mails that the ticket is open. */
  public void on(@Observes TicketOpened event) {
    writer.opened(event.ticketId(), event.at());
  }

  /** Mails what an agent said to the requester, and what the customer said to the assignee. */
  public void on(@Observes TicketCommented event) {
    if (event.visibility() != Visibility.PUBLIC) {
      return;
    }
    if (event.byAgent()) {
      writer.toRequester(TicketMail.ANSWERED, event.ticketId(), event.commentId(), event.at());
    } else if (event.byCustomer()) {
      writer.toAssignee(event.ticketId(), event.commentId());
    }
  }

  /** Mails that the ticket is resolved or closed; other moves are nobody's business outside. */
  public void on(@Observes TicketTransitioned event) {
    if (event.to() == TicketStatus.RESOLVED) {
      writer.toRequester(TicketMail.RESOLVED, event.ticketId(), null, event.at());
    } else if (event.to() == TicketStatus.CLOSED) {
      writer.toRequester(TicketMail.CLOSED, event.ticketId(), null, event.at());
    }
  }
}
