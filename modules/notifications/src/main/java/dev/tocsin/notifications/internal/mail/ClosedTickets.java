package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.internal.NotificationSettings;
import dev.tocsin.notifications.mail.InboundState;
import dev.tocsin.notifications.mail.TicketMail;
import dev.tocsin.ticketing.TicketView;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;

/**
 * Answers those who write on a closed ticket where closed tickets take no words: that it was not
 * taken, and what to do instead. Once a day for a ticket and an address, for a machine that does
 * not say that it is one may answer; and only whoever belongs to the ticket, for the answer names
 * it. What is not answered is held.
 */
@Dependent
public class ClosedTickets {

  @Inject private MailThreading threading;
  @Inject private Addressees people;
  @Inject private TicketMailWriter writer;

  /** Refuses a message that answers a closed ticket. */
  Verdict refuse(MailThreading.Found found, ParsedMail mail, Instant now) {
    TicketView ticket = found.ticket();
    String sender = Objects.requireNonNull(mail.sender());
    MailThread thread = found.thread();
    boolean proven = thread != null && thread.address().equals(sender);
    boolean belongs = proven || threading.belongs(ticket, sender);
    if (!belongs || !writer.isWanted(NotificationSettings.TICKET_MAIL)) {
      return Verdict.held("closed");
    }
    String occasion = sender + ":" + LocalDate.ofInstant(now, ZoneOffset.UTC);
    writer.write(
        TicketMail.REFUSED,
        TicketMailWriter.intent(TicketMail.REFUSED, ticket.id(), occasion),
        people.sender(ticket, sender, mail.senderName()),
        ticket,
        Map.of());
    return new Verdict(InboundState.IGNORED, "closed", ticket.id());
  }
}
