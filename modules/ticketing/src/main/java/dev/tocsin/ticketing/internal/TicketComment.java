package dev.tocsin.ticketing.internal;

import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Actor;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.CommentView;
import dev.tocsin.ticketing.Visibility;
import dev.tocsin.ticketing.internal.privacy.Person;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody said on a ticket; it may move to another ticket, what was said stays. */
@Entity
@Table(name = "comment", schema = "ticketing")
public class TicketComment {

  /** The order in which comments were said. */
  public static final Comparator<TicketComment> AS_SAID =
      Comparator.comparing((TicketComment comment) -> comment.createdAt)
          .thenComparing(comment -> comment.id.toString());

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

  /** Has it said on another ticket, under that one's next number. */
  public void moveTo(Ticket ticket) {
    ticketId = ticket.id();
    ordinal = ticket.nextOrdinal(visibility);
  }

  /** Forgets who said it; that somebody outside did stays true. */
  public void forgetAuthor(Person person) {
    authorName = Person.ERASED;
    if (person.hasId(authorId)) {
      authorId = person.pseudonym();
    }
  }

  /** Takes a person out of its words. */
  public void redact(Person person) {
    body = person.without(body);
  }

  /** Returns the id. */
  public UUID id() {
    return id;
  }

  String body() {
    return body;
  }

  /** Returns who reads it. */
  public Visibility visibility() {
    return visibility;
  }

  boolean isByAgent() {
    return byAgent;
  }

  /** Returns whether it answers the customer: only an agent's public word does. */
  boolean answers() {
    return byAgent && visibility == Visibility.PUBLIC;
  }

  /** Returns whether this actor said it. */
  public boolean isOf(Actor actor) {
    return authorKind == actor.kind() && Objects.equals(authorId, actor.id());
  }

  /** Returns the ticket it was said on. */
  public UUID ticketId() {
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
