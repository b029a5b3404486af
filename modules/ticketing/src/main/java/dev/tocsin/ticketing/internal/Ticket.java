package dev.tocsin.ticketing.internal;

import static dev.tocsin.ticketing.TicketStatus.TRIAGED;

import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.ChangeTicket;
import dev.tocsin.ticketing.OpenTicket;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.Requester;
import dev.tocsin.ticketing.SlaState;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketSummary;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Visibility;
import dev.tocsin.ticketing.internal.privacy.Person;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket: opened by somebody for a customer, routed to those who answer, talked about, worked on,
 * resolved and closed.
 *
 * <p>Its verbs are the only way to change it. Each writes what happened into its {@link Diary}, and
 * the {@link Journal} turns that into history and events; nothing changes without a trace.
 */
@Entity
@Table(name = "ticket", schema = "ticketing")
public class Ticket {

  @Id private UUID id;
  private long number;

  @Column(name = "customer_id")
  private UUID customerId;

  @Embedded private LifeCycle life;

  @Embedded private TicketProperties properties;

  @Convert(converter = Columns.OfSla.class)
  @Column(name = "sla_state")
  private SlaState slaState;

  @Embedded private CommentCount count;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Embedded private Watchers watchers;

  @Column(name = "merged_into")
  private @Nullable UUID mergedInto;

  @Version private long version;

  @Transient private final Diary diary = new Diary();

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Ticket() {}

  /** Opens a ticket; it stands untriaged until {@link #route} or an assignee moves it. */
  static Ticket open(long number, OpenTicket command, @Nullable Requester requester, Instant at) {
    Ticket ticket = new Ticket();
    ticket.id = Ids.next();
    ticket.number = number;
    ticket.customerId = command.customerId();
    ticket.properties = TicketProperties.of(command, requester);
    ticket.life = LifeCycle.begun();
    ticket.slaState = SlaState.OK;
    ticket.count = CommentCount.none();
    ticket.watchers = Watchers.none();
    ticket.createdAt = at;
    ticket.updatedAt = at;
    return ticket;
  }

  /**
   * Announces the opening as it stands after what routing decided, and triages the ticket when
   * there is now somebody to answer it.
   */
  void route(RoutingDecision decision, Actor by) {
    Changes changes = new Changes();
    properties.route(decision, changes);
    diary.opened(this, by);
    diary.routed(decision, changes, createdAt);
    if (properties.areSomebodys()) {
      moveTo(TRIAGED, Diary.ROUTER, createdAt);
    }
  }

  /**
   * Changes properties; a change that changes nothing leaves no trace.
   *
   * @return whether what a search looks at has changed
   */
  public boolean change(ChangeTicket wanted, Actor by, Instant at) {
    Changes changes = new Changes();
    properties.change(wanted, changes);
    if (!changes.isEmpty()) {
      updatedAt = at;
      diary.changed(this, changes, by, at);
    }
    return changes.touch("subject", "body");
  }

  /**
   * Lets pass a caller who knows the newest version, or does not care.
   *
   * @throws Stale otherwise
   */
  public void expect(@Nullable Long known) {
    Stale.check(version, known);
  }

  /**
   * Lets pass when the state machine has an arrow from here.
   *
   * @throws dev.tocsin.platform.error.IllegalTransition otherwise
   */
  public void expectArrow(TicketStatus to) {
    life.expectArrow(to);
  }

  /**
   * Moves to another state.
   *
   * @throws dev.tocsin.platform.error.IllegalTransition when the state machine has no such arrow
   */
  public void moveTo(TicketStatus to, Actor by, Instant at) {
    TicketStatus from = life.status();
    Instant undone = life.moveTo(to, at);
    updatedAt = at;
    diary.moved(this, from, by, at);
    if (undone != null) {
      diary.reopened(undone, by, at);
    }
  }

  /** Says something; the first public word of an agent answers the ticket. */
  public TicketComment comment(AddComment said, boolean byAgent, Actor by, Instant at) {
    int ordinal = nextOrdinal(said.visibility());
    TicketComment comment = new TicketComment(this, ordinal, said, byAgent, by, at);
    updatedAt = at;
    diary.said(this, comment, by, at);
    if (comment.answers() && life.answered(at)) {
      diary.firstAnswered(by, at);
    }
    return comment;
  }

  /** Returns the number of the next comment; public ones count apart. */
  int nextOrdinal(Visibility visibility) {
    return count.next(visibility);
  }

  /** Ends because another ticket takes over, whose watchers are now also those of this one. */
  public void mergeInto(Ticket other, Actor by, Instant at) {
    mergedInto = other.id;
    diary.mergedInto(this, other, by, at);
    if (life.status() != TicketStatus.CLOSED) {
      moveTo(TicketStatus.CLOSED, by, at);
    }
    other.takeOver(this, by, at);
  }

  private void takeOver(Ticket merged, Actor by, Instant at) {
    watchers.join(merged.watchers);
    updatedAt = at;
    diary.tookOver(merged, by, at);
  }

  /** Goes back to work when the customer has answered: out of waiting, or out of resolved. */
  public void customerAnswered(Actor by, Instant at) {
    TicketStatus back = life.afterCustomersWord();
    if (back != null) {
      moveTo(back, by, at);
    }
  }

  /** Lets a person hear of what happens, or no more. */
  public void watch(UUID userId, boolean wanted, Actor by, Instant at) {
    if (watchers.let(userId, wanted)) {
      diary.watched(userId, wanted, by, at);
    }
  }

  /** Remembers that a file was added, or removed. */
  public void attached(String fileName, boolean now, Visibility readers, Actor by, Instant at) {
    diary.attached(fileName, now, readers, by, at);
  }

  /** Forgets who asked. */
  public void forgetRequester() {
    properties.forgetRequester();
  }

  /** Forgets that a person wants to hear. */
  public void forgetWatcher(Person person) {
    watchers.forget(person);
  }

  /** Takes a person out of its words. */
  public void redact(Person person) {
    properties.redact(person);
  }

  /** Returns what it did and nobody has written yet. */
  Diary diary() {
    return diary;
  }

  /** Returns the id. */
  public UUID id() {
    return id;
  }

  /** Returns the human number, {@code TKT-000001}. */
  public String numberText() {
    return TicketRef.format(number);
  }

  /** Returns whose ticket it is. */
  public UUID customerId() {
    return customerId;
  }

  /** Returns where it stands. */
  public TicketStatus status() {
    return life.status();
  }

  /** Returns who wants to hear of it. */
  public Set<UUID> watchers() {
    return watchers.ids();
  }

  /** Returns the ticket that took over what was said here; null when none did. */
  public @Nullable UUID mergedInto() {
    return mergedInto;
  }

  /** Returns what it is about. */
  public String subject() {
    return properties.subject();
  }

  String body() {
    return properties.body();
  }

  /** Returns how urgent it is. */
  public Priority priority() {
    return properties.priority();
  }

  /** Returns its tags. */
  public List<String> tags() {
    return properties.tags();
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  /** Returns what routing rules look at. */
  RoutingFacts routingFacts() {
    return properties.routingFacts(customerId);
  }

  /** Returns who asks, as far as known. */
  public @Nullable Requester requester() {
    return properties.requester();
  }

  LifeCycle life() {
    return life;
  }

  TicketProperties properties() {
    return properties;
  }

  SlaState slaState() {
    return slaState;
  }

  long version() {
    return version;
  }

  /** Returns the ticket as readers see it. */
  public TicketView view() {
    return TicketViews.view(this);
  }

  /** Returns the ticket as lists show it. */
  public TicketSummary summary() {
    return TicketViews.summary(this);
  }
}
