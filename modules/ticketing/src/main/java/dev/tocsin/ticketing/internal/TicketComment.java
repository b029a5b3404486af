package dev.tocsin.ticketing.internal;

import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Actor;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.CommentView;
import dev.tocsin.ticketing.Visibility;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody said on a ticket; written once, never changed. */
@Entity
@Table(name = "comment", schema = "ticketing")
public class TicketComment {

  @Id private UUID id;

  @Column(name = "ticket_id")
  private UUID ticketId;

  @Convert(converter = Columns.OfVisibility.class)
  private Visibility visibility;

  private int ordinal;

  @Convert(converter = Columns.OfActorKind.class)
  @Column(name = "author_kind")
  private Actor.Kind authorKind;

  @Column(name = "author_id")
  private @Nullable UUID authorId;

  @Column(name = "author_name")
  private String authorName;

  @Column(name = "by_agent")
  private boolean byAgent;

  private String body;

  @Column(name = "created_at")
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected TicketComment() {}

  TicketComment(
      Ticket ticket, int ordinal, AddComment said, boolean byAgent, Actor by, Instant at) {
    this.id = Ids.next();
    this.ticketId = ticket.id();
    this.visibility = said.visibility();
    this.ordinal = ordinal;
    this.authorKind = by.kind();
    this.authorId = by.id();
    this.authorName = said.displayName() == null ? by.name() : said.displayName();
    this.byAgent = byAgent;
    this.body = said.body();
    this.createdAt = at;
  }

  UUID id() {
    return id;
  }

  String body() {
    return body;
  }

  Visibility visibility() {
    return visibility;
  }

  UUID ticketId() {
    return ticketId;
  }

  /** Returns the number people read: public ones count apart, so that no gap betrays the others. */
  String number(String ticketNumber) {
    return ticketNumber + (visibility == Visibility.PUBLIC ? "-C" : "-N") + ordinal;
  }

  /** Returns the comment as readers see it. */
  public CommentView view(String ticketNumber) {
    return new CommentView(
        id,
        number(ticketNumber),
        ticketId,
        authorName,
        authorId,
        byAgent,
        visibility,
        body,
        createdAt);
  }
}
