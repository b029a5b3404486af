package dev.tocsin.ticketing.attachments;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.time.Times;
import dev.tocsin.ticketing.internal.CommentStore;
import dev.tocsin.ticketing.internal.Journal;
import dev.tocsin.ticketing.internal.Ticket;
import dev.tocsin.ticketing.internal.TicketComment;
import dev.tocsin.ticketing.internal.TicketStore;
import dev.tocsin.ticketing.internal.attachments.Attachment;
import dev.tocsin.ticketing.internal.attachments.Attachments;
import dev.tocsin.ticketing.internal.attachments.Kept;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hangs files on tickets and comments, and gives them out again.
 *
 * <p>A file of a comment is seen by those who read the comment, and added by who said it; a file of
 * the ticket itself is seen by everybody on it.
 */
@Stateless
public class TicketAttachments {

  @Inject private Clock clock;
  @Inject private TicketStore store;
  @Inject private CommentStore comments;
  @Inject private Attachments attachments;
  @Inject private Journal journal;

  /** Returns the files that the actor may see, oldest first. */
  @TransactionAttribute(SUPPORTS)
  public List<AttachmentView> list(Actor actor, String ref) {
    return attachments.of(actor, store.require(actor, ref).id()).stream()
        .map(Attachment::view)
        .toList();
  }

  /**
   * Lets pass who may add files to a ticket, so that nothing is received from anybody else.
   *
   * @throws dev.tocsin.platform.error.NotFound when the actor sees no such ticket
   * @throws Forbidden for a viewer
   */
  @TransactionAttribute(SUPPORTS)
  public void expectMayAdd(Actor actor, String ref) {
    store.require(actor, ref);
    actor.require(Role.ADMIN, Role.AGENT, Role.CUSTOMER);
  }

  /**
   * Hangs a file on a ticket, or on a comment of the actor's own.
   *
   * @throws Rejected when the ticket has no such comment that the actor may read
   * @throws Forbidden for a viewer, and when somebody else said the comment
   */
  public AttachmentView add(Actor actor, String ref, @Nullable UUID commentId, Upload upload) {
    expectMayAdd(actor, ref);
    UUID ticketId = store.require(actor, ref).id();
    TicketComment comment = commentId == null ? null : said(actor, ticketId, commentId);
    Kept kept = attachments.keep(upload); // before the lock: nobody waits for bytes
    Instant now = Times.now(clock);
    Ticket ticket = store.requireLocked(actor, ref);
    Attachment attachment = attachments.add(ticket, comment, upload, kept, actor, now);
    ticket.attached(attachment.fileName(), true, attachment.visibility(), actor, now);
    journal.write(ticket);
    return attachment.view();
  }

  private TicketComment said(Actor actor, UUID ticketId, UUID commentId) {
    TicketComment comment =
        comments
            .find(actor, ticketId, commentId)
            .orElseThrow(() -> new Rejected("/comment_id", "unknown", "no such comment"));
    if (!comment.isOf(actor)) {
      throw new Forbidden("not_author", "Files are added to a comment by who said it.");
    }
    return comment;
  }

  /**
   * Opens a file.
   *
   * @throws dev.tocsin.platform.error.NotFound when the ticket has no such file that the actor may
   *     see
   */
  @TransactionAttribute(SUPPORTS)
  public Download open(Actor actor, String ref, UUID id) {
    Attachment attachment = attachments.require(actor, store.require(actor, ref).id(), id);
    return new Download(attachment.view(), attachments.open(attachment));
  }

  /**
   * Deletes a file with its bytes; for those who work here.
   *
   * @throws dev.tocsin.platform.error.NotFound when the ticket has no such file
   */
  public void remove(Actor actor, String ref, UUID id) {
    Ticket ticket = store.requireLocked(actor, ref);
    actor.require(Role.ADMIN, Role.AGENT);
    Attachment attachment = attachments.require(actor, ticket.id(), id);
    attachments.delete(attachment);
    ticket.attached(attachment.fileName(), false, attachment.visibility(), actor, Times.now(clock));
    journal.write(ticket);
  }
}
