package dev.tocsin.ticketing.internal.attachments;

import dev.tocsin.persistence.CodeColumn;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Actor;
import dev.tocsin.ticketing.Visibility;
import dev.tocsin.ticketing.attachments.AttachmentView;
import dev.tocsin.ticketing.attachments.Upload;
import dev.tocsin.ticketing.internal.Columns;
import dev.tocsin.ticketing.internal.Ticket;
import dev.tocsin.ticketing.internal.TicketComment;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file on a ticket or on one of its comments; the row says where its bytes lie. */
@Entity
@Table(name = "attachment", schema = "ticketing")
public class Attachment {

  @Id private UUID id;

  @Column(name = "ticket_id")
  private UUID ticketId;

  @Column(name = "comment_id")
  private @Nullable UUID commentId;

  @Convert(converter = Columns.OfVisibility.class)
  private Visibility visibility;

  @Column(name = "file_name")
  private String fileName;

  @Column(name = "media_type")
  private String mediaType;

  private long size;
  private String sha256;

  @Convert(converter = OfPlace.class)
  private Place place;

  private String key;

  @SuppressWarnings("UnusedVariable") // queries read it
  @Convert(converter = Columns.OfActorKind.class)
  @Column(name = "author_kind")
  private Actor.Kind authorKind;

  @Column(name = "author_id")
  private @Nullable UUID authorId;

  @Column(name = "author_name")
  private String authorName;

  @Column(name = "created_at")
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Attachment() {}

  Attachment(
      Ticket ticket,
      @Nullable TicketComment comment,
      Upload upload,
      Kept kept,
      Actor by,
      Instant at) {
    this.id = Ids.next();
    this.ticketId = ticket.id();
    this.commentId = comment == null ? null : comment.id();
    this.visibility = comment == null ? Visibility.PUBLIC : comment.visibility();
    this.fileName = upload.fileName();
    this.mediaType = upload.mediaType();
    this.size = upload.size();
    this.sha256 = upload.sha256();
    this.place = kept.place();
    this.key = kept.key();
    this.authorKind = by.kind();
    this.authorId = by.id();
    this.authorName = by.name();
    this.createdAt = at;
  }

  /** Returns the ticket it hangs on. */
  public UUID ticketId() {
    return ticketId;
  }

  /** Returns its name. */
  public String fileName() {
    return fileName;
  }

  /** Returns who may see it. */
  public Visibility visibility() {
    return visibility;
  }

  Kept kept() {
    return new Kept(place, key);
  }

  /** Returns the attachment as readers see it. */
  public AttachmentView view() {
    return new AttachmentView(
        id,
        ticketId,
        commentId,
        visibility,
        fileName,
        mediaType,
        size,
        sha256,
        authorName,
        authorId,
        createdAt);
  }

  /** A place as its code. */
  @Converter
  public static class OfPlace extends CodeColumn<Place>
      implements AttributeConverter<Place, String> {
    public OfPlace() {
      super(Place.class);
    }
  }
}
