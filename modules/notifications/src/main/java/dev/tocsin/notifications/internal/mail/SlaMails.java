package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.internal.NotificationSettings;
import dev.tocsin.notifications.mail.TicketMail;
import dev.tocsin.platform.Actor;
import dev.tocsin.sla.SlaBreached;
import dev.tocsin.sla.SlaThresholdReached;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/**
 * Mails those who answer for a ticket that a deadline is near, or was missed: once for each clock,
 * due time and band, as the intent of the mail is named by them.
 */
@ApplicationScoped
public class SlaMails {

  private static final Actor READER = Actor.system("mail");

  @Inject private Ticketing ticketing;
  @Inject private Addressees people;
  @Inject private TicketMailWriter writer;

  /** Mails that a band was entered. */
  public void on(@Observes SlaThresholdReached event) {
    tell(
        TicketMail.SLA_AT_RISK,
        event.ticketId(),
        event.clockId() + ":" + event.dueAt() + ":" + event.label(),
        TicketText.deadline(event.metric(), event.label(), event.dueAt()));
  }

  /** Mails that a deadline was missed. */
  public void on(@Observes SlaBreached event) {
    tell(
        TicketMail.SLA_BREACHED,
        event.ticketId(),
        event.clockId() + ":" + event.dueAt(),
        TicketText.deadline(event.metric(), "", event.dueAt()));
  }

  private void tell(TicketMail mail, UUID ticketId, String occasion, Map<String, String> words) {
    if (!writer.isWanted(NotificationSettings.TICKET_MAIL_SLA)) {
      return;
    }
    TicketView ticket = ticketing.require(READER, ticketId.toString());
    for (Addressee to : people.responsible(ticket)) {
      String intent = TicketMailWriter.intent(mail, ticketId, occasion + ":" + to.id());
      writer.write(mail, intent, to, ticket, words);
    }
  }
}
