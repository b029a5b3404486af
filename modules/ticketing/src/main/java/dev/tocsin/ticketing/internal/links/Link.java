package dev.tocsin.ticketing.internal.links;

import dev.tocsin.persistence.CodeColumn;
import dev.tocsin.persistence.Ids;
import dev.tocsin.ticketing.internal.Ticket;
import dev.tocsin.ticketing.links.LinkKind;
import dev.tocsin.ticketing.links.LinkView;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A link: its other ticket is the kind of its ticket. One row, read from both ends. */
@Entity
@Table(name = "link", schema = "ticketing")
public class Link {

  @Id private UUID id;

  @Column(name = "ticket_id")
  private UUID ticketId;

  @Column(name = "other_id")
  private UUID otherId;

  @Convert(converter = OfKind.class)
  private LinkKind kind;

  @Column(name = "created_at")
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Link() {}

  Link(UUID ticketId, LinkKind kind, UUID otherId, Instant at) {
    boolean asGiven =
        kind == LinkKind.RELATED
            ? ticketId.toString().compareTo(otherId.toString()) < 0
            : kind.isKept();
    this.id = Ids.next();
    this.ticketId = asGiven ? ticketId : otherId;
    this.otherId = asGiven ? otherId : ticketId;
    this.kind = asGiven ? kind : kind.inverse();
    this.createdAt = at;
  }

  UUID id() {
    return id;
  }

  UUID ticketId() {
    return ticketId;
  }

  UUID otherId() {
    return otherId;
  }

  LinkKind kind() {
    return kind;
  }

  /** Returns the ticket at the other end, seen from one. */
  public UUID from(UUID end) {
    return end.equals(ticketId) ? otherId : ticketId;
  }

  /** Returns what the ticket at an end is to the one at the other end. */
  LinkKind kindOf(UUID end) {
    return end.equals(otherId) ? kind : kind.inverse();
  }

  /** Returns a link like this one, with another ticket at one of its ends. */
  Link movedTo(UUID end, UUID newEnd) {
    UUID far = from(end);
    return new Link(newEnd, kindOf(far), far, createdAt);
  }

  /** Returns the link as it is told at one end, given the ticket at the other. */
  public LinkView view(Ticket other) {
    return new LinkView(id, kindOf(other.id()), other.summary(), createdAt);
  }

  /** Returns whether another link says of the same two tickets the same. */
  boolean saysTheSame(Link another) {
    return ticketId.equals(another.ticketId)
        && otherId.equals(another.otherId)
        && kind == another.kind;
  }

  /** Returns whether another link gives the same ticket a parent. */
  boolean isOtherParent(Link another) {
    return another.kind == LinkKind.PARENT && ticketId.equals(another.ticketId);
  }

  /** A kind as its code. */
  @Converter
  public static class OfKind extends CodeColumn<LinkKind>
      implements AttributeConverter<LinkKind, String> {
    public OfKind() {
      super(LinkKind.class);
    }
  }
}
