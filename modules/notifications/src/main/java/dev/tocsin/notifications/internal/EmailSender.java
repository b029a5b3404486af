package dev.tocsin.notifications.internal;

import static java.lang.System.Logger.Level.DEBUG;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.time.Instant;

/** Hands one message to the mail server. */
final class EmailSender {

  private static final System.Logger LOG = System.getLogger(EmailSender.class.getName());
  private static final int ACCEPTED = 250;

  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration STEP = Duration.ofMinutes(1);

  private final MailServer server;

  EmailSender(MailServer server) {
    this.server = server;
  }

  /**
   * Sends within the server's timeouts.
   *
   * @param body the text in the clear
   * @param envelope what ties the message to its conversation
   */
  SendResult send(Lease lease, String body, MailEnvelope envelope, Instant now) {
    Session session = Session.getInstance(server.session(new MailLine(ANSWER, STEP)));
    try {
      MailMessage message = MailMessage.of(session, server.from(), lease, body, envelope, now);
      Transport transport = session.getTransport();
      try {
        transport.connect(server.host(), server.port(), server.user(), server.password());
        transport.sendMessage(message, message.getAllRecipients());
        return SendResult.sent(ACCEPTED);
      } finally {
        close(transport);
      }
    } catch (MessagingException e) {
      return SmtpFailure.of(e);
    }
  }

  /** The message is accepted by now: what closing throws must not make it look unsent. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.log(DEBUG, "the mail server did not close well", e);
    }
  }
}
