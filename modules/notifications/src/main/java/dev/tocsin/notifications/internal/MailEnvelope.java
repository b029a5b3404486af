package dev.tocsin.notifications.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ties a mail to its conversation, beside the {@code Message-ID}.
 *
 * @param replyTo where an answer goes; null for the sender
 * @param inReplyTo the message it answers; null for none
 * @param references the conversation's messages, oldest first
 * @param automatic whether the system speaks and not a person through it (RFC 3834)
 */
public record MailEnvelope(
    @Nullable String replyTo,
    @Nullable String inReplyTo,
    List<String> references,
    boolean automatic) {

  /** Names our own address, by which we know a mail of ours whoever sends it back. */
  public static final String LOOP = "X-Loop";

  public MailEnvelope {
    references = List.copyOf(references);
  }

  /** Returns the envelope of a mail that nobody answers. */
  public static MailEnvelope alone(Lease lease) {
    List<String> incident =
        lease.incidentId() == null ? List.of() : List.of("<" + lease.incidentId() + "@tocsin>");
    return new MailEnvelope(null, null, incident, true);
  }

  /** Writes the headers. */
  void address(MimeMessage message) throws MessagingException {
    if (replyTo != null) {
      message.setReplyTo(InternetAddress.parse(replyTo, true));
    }
    if (inReplyTo != null) {
      message.setHeader("In-Reply-To", inReplyTo);
    }
    if (!references.isEmpty()) {
      message.setHeader("References", String.join("\r\n ", references));
    }
    if (automatic) {
      message.setHeader("Auto-Submitted", "auto-generated"); // vacation responders keep quiet
    }
    message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply"); // so do Exchange's
    message.setHeader(LOOP, ((InternetAddress) message.getFrom()[0]).getAddress());
  }
}
