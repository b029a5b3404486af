package dev.tocsin.notifications.internal;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One email whose {@code Message-ID} is the delivery's, so that a repeated try is recognised as the
 * same message.
 */
final class MailMessage extends MimeMessage {

  private static final int MAX_SUBJECT = 250;

  private final String messageId;

  private MailMessage(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  /** Returns the {@code Message-ID} of a delivery, the same for every try. */
  static String messageId(UUID delivery) {
    return "<" + delivery + "@tocsin>";
  }

  /**
   * Writes the message of a try.
   *
   * @param body plain text
   * @param envelope what ties it to its conversation
   * @throws MessagingException when an address cannot be read
   */
  @SuppressWarnings("JavaUtilDate") // Jakarta Mail knows no other
  static MailMessage of(
      Session session, String from, Lease lease, String body, MailEnvelope envelope, Instant at)
      throws MessagingException {
    MailMessage message = new MailMessage(session, messageId(lease.id()));
    message.setFrom(new InternetAddress(from, true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(lease.address(), true));
    message.setSubject(oneLine(lease.subject()), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(at));
    if (lease.html() == null) {
      message.setText(body, StandardCharsets.UTF_8.name());
    } else {
      message.setContent(alternatives(body, lease.html()));
    }
    envelope.address(message);
    message.saveChanges();
    return message;
  }

  private static Multipart alternatives(String plain, String html) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(plain, StandardCharsets.UTF_8.name());
    MimeBodyPart page = new MimeBodyPart();
    page.setText(html, StandardCharsets.UTF_8.name(), "html");
    return new MimeMultipart("alternative", text, page);
  }

  /** Keeps whoever writes a title from writing headers. */
  static String oneLine(@Nullable String subject) {
    if (subject == null) {
      return "";
    }
    String line = subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    return line.length() <= MAX_SUBJECT ? line : line.substring(0, MAX_SUBJECT - 1) + "…";
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
