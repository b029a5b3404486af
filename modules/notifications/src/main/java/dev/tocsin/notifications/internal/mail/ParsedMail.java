package dev.tocsin.notifications.internal.mail;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a message says of itself; nothing of it is proven.
 *
 * @param messageId its id, or one made of its content when it has none
 * @param references the messages it refers to, the one it answers last; of very many the first and
 *     the last
 * @param sender the bare address, without case; null when there is none that can be read
 * @param senderName the name shown beside it; empty for none
 * @param recipients the bare addresses it names, without case
 * @param subject one line, not blank
 * @param text what it says, as plain text
 * @param files what came along
 * @param automatic whether a machine sent it (RFC 3834)
 * @param loop whom it has been sent by before, as far as we wrote that down
 * @param bounce what it reports of a message of ours; null when it is no report
 */
record ParsedMail(
    String messageId,
    List<String> references,
    @Nullable String sender,
    String senderName,
    List<String> recipients,
    String subject,
    String text,
    List<MailFile> files,
    boolean automatic,
    List<String> loop,
    @Nullable Bounce bounce) {

  ParsedMail {
    references = List.copyOf(references);
    recipients = List.copyOf(recipients);
    files = List.copyOf(files);
    loop = List.copyOf(loop);
  }

  /** Returns the messages it is one of: itself and those it refers to, in a fixed order. */
  SortedSet<String> conversation() {
    SortedSet<String> ids = new TreeSet<>(references);
    ids.add(messageId);
    return ids;
  }

  /** Returns the same message with another text. */
  ParsedMail saying(String other) {
    return new ParsedMail(
        messageId,
        references,
        sender,
        senderName,
        recipients,
        subject,
        other,
        files,
        automatic,
        loop,
        bounce);
  }

  /** Returns the token of the first recipient that carries one. */
  Optional<String> token() {
    return recipients.stream().flatMap(to -> PlusAddress.token(to).stream()).findFirst();
  }

  /**
   * A mail server's report about a message.
   *
   * @param messageId the message it is about; null when it does not say
   * @param failed whether it was given up, not merely delayed
   * @param detail the status and what the server said, on one line
   */
  record Bounce(@Nullable String messageId, boolean failed, String detail) {}
}
