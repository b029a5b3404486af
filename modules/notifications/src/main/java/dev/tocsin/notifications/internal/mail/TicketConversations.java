package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.internal.Lease;
import dev.tocsin.notifications.internal.MailConversations;
import dev.tocsin.notifications.internal.MailEnvelope;
import dev.tocsin.notifications.internal.NotificationSettings;
import dev.tocsin.notifications.mail.TicketMail;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.settings.SecretBox;
import dev.tocsin.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Ties the mails of a ticket together: each refers to the ticket's own root and to what was written
 * to us before, and is answered at an address that holds its receiver's token.
 */
@ApplicationScoped
public class TicketConversations implements MailConversations {

  private static final int MOST_REFERENCES = 10;

  @Inject private Transactions transactions;
  @Inject private MailThreads threads;
  @Inject private InboundHistory inbound;
  @Inject private SecretBox secrets;
  @Inject private Settings settings;

  /** Returns the {@code Message-ID} that every mail about a ticket refers to; none has it. */
  static String root(UUID ticketId) {
    return "<" + ticketId + "@tocsin>";
  }

  @Override
  public MailEnvelope envelope(Lease lease, String from) {
    return transactions.call(() -> inConversation(lease, from));
  }

  private MailEnvelope inConversation(Lease lease, String from) {
    UUID ticket = lease.ticketId();
    if (ticket == null) {
      return MailEnvelope.alone(lease);
    }
    return threads
        .ofReceiver(ticket, lease.receiverId())
        .map(thread -> envelope(lease, ticket, PlusAddress.with(replyTo(from), token(thread))))
        .orElseGet(() -> MailEnvelope.alone(lease));
  }

  private MailEnvelope envelope(Lease lease, UUID ticket, String replyTo) {
    List<String> references = new ArrayList<>(List.of(root(ticket)));
    inbound.conversation(ticket, MOST_REFERENCES).stream()
        .map(InboundMail::messageId)
        .filter(Objects::nonNull)
        .forEach(references::add);
    String last = references.get(references.size() - 1);
    return new MailEnvelope(replyTo, last, references, isAutomatic(lease.eventType()));
  }

  private String token(MailThread thread) {
    return thread.token(secrets);
  }

  private String replyTo(String from) {
    String other = settings.get(NotificationSettings.REPLY_TO);
    return other == null || other.isBlank() ? from : other;
  }

  private static boolean isAutomatic(String eventType) {
    return Arrays.stream(TicketMail.values())
        .noneMatch(mail -> !mail.automatic() && mail.eventType().equals(eventType));
  }
}
