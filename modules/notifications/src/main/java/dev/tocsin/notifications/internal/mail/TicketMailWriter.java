package dev.tocsin.notifications.internal.mail;

import dev.tocsin.accounts.CustomerView;
import dev.tocsin.accounts.Customers;
import dev.tocsin.notifications.Channel;
import dev.tocsin.notifications.internal.NewDelivery;
import dev.tocsin.notifications.internal.NotificationSettings;
import dev.tocsin.notifications.internal.Outbox;
import dev.tocsin.notifications.mail.TicketMail;
import dev.tocsin.platform.settings.Setting;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.ticketing.TicketView;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Writes mails about tickets into the outbox, in the transaction of what they tell. */
@Dependent
public class TicketMailWriter {

  @Inject private Customers customers;
  @Inject private TemplateStore templates;
  @Inject private Outbox outbox;
  @Inject private Settings settings;

  /** Returns what names the mail of an occasion; a second one of the same name is never written. */
  static String intent(TicketMail mail, UUID ticketId, Object occasion) {
    return mail.eventType() + ":" + ticketId + ":" + occasion;
  }

  /** Returns whether there is a mail server; without one nobody is promised any mail. */
  boolean isSending() {
    String host = settings.get(NotificationSettings.MAIL_HOST);
    return host != null && !host.isBlank();
  }

  /** Returns whether these mails are written. */
  boolean isWanted(Setting<Boolean> setting) {
    return isSending() && settings.require(setting);
  }

  /**
   * Writes a mail to one person.
   *
   * @param intent see {@link #intent}
   * @param more what its template may name beside the ticket
   */
  void write(
      TicketMail mail, String intent, Addressee to, TicketView ticket, Map<String, String> more) {
    CustomerView customer = customers.require(ticket.customerId());
    Map<String, String> values = new HashMap<>(more);
    values.putAll(TicketText.values(ticket, customer, to.link()));
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
}
