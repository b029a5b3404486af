package dev.tocsin.notifications.internal.mail;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.DomainException;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.attachments.TicketAttachments;
import dev.tocsin.ticketing.attachments.Upload;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hangs the files of a message on what it became. A file that no ticket takes keeps nothing else
 * from coming in: those who work on the ticket are told, and it stays in the message.
 */
@Dependent
public class MailFiles {

  private static final Actor SELF = Actor.system("mail");

  @Inject private TicketAttachments attachments;
  @Inject private Ticketing ticketing;

  /**
   * Hangs files on a ticket or a comment of the speaker's.
   *
   * @param commentId null for the ticket itself
   */
  void attach(Actor speaker, UUID ticketId, @Nullable UUID commentId, List<MailFile> files) {
    List<String> refused = new ArrayList<>();
    for (MailFile file : files) {
      // judged here and not behind a bean: a refusal there would undo the message with it
      try (Upload upload = Upload.receive(file.name(), file.open())) {
        attachments.add(speaker, ticketId.toString(), commentId, upload);
      } catch (DomainException e) {
        refused.add(file.name() + ": " + e.detail());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (!refused.isEmpty()) {
      ticketing.comment(
          SELF,
          ticketId.toString(),
          AddComment.internal("Not taken in with the mail:\n" + String.join("\n", refused)));
    }
  }
}
