package dev.tocsin.ticketing.internal.attachments;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.ticketing.attachments.Upload;
import dev.tocsin.ticketing.internal.CommentStore;
import dev.tocsin.ticketing.internal.Ticket;
import dev.tocsin.ticketing.internal.TicketComment;
import dev.tocsin.ticketing.internal.TicketingSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds and keeps attachments: their rows here, their bytes where the settings say. */
@Dependent
public class Attachments {

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  @Inject private Settings settings;
  @Inject private LargeObjects largeObjects;
  @Inject private DirectoryStore directory;

  /** Returns a ticket's attachments that the actor may see, oldest first. */
  public List<Attachment> of(Actor actor, UUID ticketId) {
    return readable(actor, ticketId, " ORDER BY a.id").getResultList();
  }

  /**
   * Returns one of a ticket's attachments.
   *
   * @throws NotFound when the ticket has none of this id that the actor may see
   */
  public Attachment require(Actor actor, UUID ticketId, UUID id) {
    return readable(actor, ticketId, " AND a.id = :id")
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFound("attachment"));
  }

  private TypedQuery<Attachment> readable(Actor actor, UUID ticketId, String rest) {
    return entityManager
        .createQuery(
            "SELECT a FROM Attachment a WHERE a.ticketId = :ticket"
                + " AND a.visibility IN :readable"
                + rest,
            Attachment.class)
        .setParameter("ticket", ticketId)
        .setParameter("readable", CommentStore.readable(actor));
  }

  /** Keeps the bytes of an upload; they belong to nothing until {@link #add}. */
  public Kept keep(Upload upload) {
    Place place =
        settings.get(TicketingSettings.ATTACHMENT_DIRECTORY) == null
            ? Place.DATABASE
            : Place.DIRECTORY;
    return new Kept(place, store(place).keep(upload.bytes()));
  }

  /** Keeps an attachment. */
  public Attachment add(
      Ticket ticket,
      @Nullable TicketComment comment,
      Upload upload,
      Kept kept,
      Actor actor,
      Instant at) {
    Attachment attachment = new Attachment(ticket, comment, upload, kept, actor, at);
    entityManager.persist(attachment);
    return attachment;
  }

  /** Returns an attachment's bytes, to be read in no transaction. */
  public InputStream open(Attachment attachment) {
    return store(attachment.kept().place()).open(attachment.kept().key());
  }

  /** Deletes an attachment with its bytes. */
  public void delete(Attachment attachment) {
    store(attachment.kept().place()).delete(attachment.kept().key());
    entityManager.remove(attachment);
  }

  private AttachmentStore store(Place place) {
    return switch (place) {
      case DATABASE -> largeObjects;
      case DIRECTORY -> directory;
    };
  }
}
