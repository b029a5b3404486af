package dev.tocsin.ticketing.internal;

import static dev.tocsin.ticketing.TicketStatus.TRIAGED;

import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.ChangeTicket;
import dev.tocsin.ticketing.HistoryView.Shift;
import dev.tocsin.ticketing.OpenTicket;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.Requester;
import dev.tocsin.ticketing.SlaState;
import dev.tocsin.ticketing.TicketChanged;
import dev.tocsin.ticketing.TicketCommented;
import dev.tocsin.ticketing.TicketEvent;
import dev.tocsin.ticketing.TicketMerged;
import dev.tocsin.ticketing.TicketOpened;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketSummary;
import dev.tocsin.ticketing.TicketTransitioned;
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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket: opened by somebody for a customer, routed to those who answer, talked about, worked on,
 * resolved and closed.
 *
 * <p>Its verbs are the only way to change it. Each remembers what happened as a {@link Fact}, and
 * the {@link Journal} turns those into history and events; nothing changes without a trace.
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

  @Column(name = "public_comments")
  private int publicComments;

  @Column(name = "internal_comments")
  private int internalComments;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Convert(converter = Columns.OfIds.class)
  private Set<UUID> watchers;

  @Column(name = "merged_into")
  private @Nullable UUID mergedInto;

  @Version private long version;

  @Transient private final List<Fact> facts = new ArrayList<>();

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
    ticket.watchers = Set.of();
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
    remember(
        by,
        createdAt,
        Fact.Action.OPENED,
        Map.of(),
        new TicketOpened(
            id,
            numberText(),
            customerId,
            properties.priority(),
            properties.tags(),
            properties.teamId(),
            createdAt));
    Actor router = Actor.system("routing");
    if (!decision.why().isEmpty()) {
      facts.add(
          new Fact(
              router,
              createdAt,
              Fact.Action.MATCHED,
              Visibility.INTERNAL,
              decision.reasons(),
              null));
    }
    if (!changes.isEmpty()) {
      remember(router, createdAt, Fact.Action.ROUTED, changes.made(), null);
    }
    if (properties.areSomebodys()) {
      moveTo(TRIAGED, router, createdAt);
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
      remember(by, at, Fact.Action.CHANGED, changes.made(), changed(at));
    }
    return changes.touch("subject", "body");
  }

  /**
   * Lets pass a caller who knows the newest version, or does not care.
   *
   * @throws Stale otherwise
   */
  public void expect(@Nullable Long known) {
    if (known != null && known != version) {
      throw new Stale();
    }
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
    remember(
        by,
        at,
        Fact.Action.TRANSITIONED,
        Map.of("status", new Shift(Code.of(from), Code.of(to))),
        new TicketTransitioned(id, numberText(), from, to, watchers, at));
    if (undone != null) {
      remember(by, at, Fact.Action.REOPENED, Map.of("resolved_at", new Shift(undone, null)), null);
    }
  }

  /** Says something; the first public word of an agent answers the ticket. */
  public TicketComment comment(AddComment said, boolean byAgent, Actor by, Instant at) {
    boolean open = said.visibility() == Visibility.PUBLIC;
    int ordinal = nextOrdinal(said.visibility());
    TicketComment comment = new TicketComment(this, ordinal, said, byAgent, by, at);
    updatedAt = at;
    remember(
        by,
        at,
        Fact.Action.COMMENTED,
        said.visibility(),
        Map.of("comment", new Shift(null, comment.number(numberText()))),
        new TicketCommented(
            id,
            numberText(),
            comment.id(),
            byAgent,
            by.isCustomer(),
            said.visibility(),
            life.status(),
            life.firstAnsweredAt() != null,
            watchers,
            at));
    if (open && byAgent && life.answered(at)) {
      remember(by, at, Fact.Action.FIRST_ANSWERED, Map.of(), null);
    }
    return comment;
  }

  /** Returns the number of the next comment; public ones count apart. */
  int nextOrdinal(Visibility visibility) {
    return visibility == Visibility.PUBLIC ? ++publicComments : ++internalComments;
  }

  /** Ends because another ticket takes over, whose watchers are now also those of this one. */
  public void mergeInto(Ticket other, Actor by, Instant at) {
    mergedInto = other.id;
    remember(
        by,
        at,
        Fact.Action.MERGED,
        Map.of("merged_into", new Shift(null, other.numberText())),
        new TicketMerged(id, numberText(), other.id, other.numberText(), watchers, at));
    if (life.status() != TicketStatus.CLOSED) {
      moveTo(TicketStatus.CLOSED, by, at);
    }
    Set<UUID> all = new LinkedHashSet<>(other.watchers);
    all.addAll(watchers);
    other.watchers = all;
    other.updatedAt = at;
    other.remember(
        by, at, Fact.Action.MERGED, Map.of("merged", new Shift(null, numberText())), null);
  }

  /** Goes back to work when the customer has answered: out of waiting, or out of resolved. */
  public void customerAnswered(Actor by, Instant at) {
    TicketStatus back = life.afterCustomersWord();
    if (back != null) {
      moveTo(back, by, at);
    }
  }

  /** Lets a person hear of what happens, or no more; returns whether that is new. */
  public boolean watch(UUID userId, boolean wanted, Actor by, Instant at) {
    Set<UUID> wished = new LinkedHashSet<>(watchers);
    boolean changed = wanted ? wished.add(userId) : wished.remove(userId);
    if (changed) {
      watchers = wished;
      remember(
          by,
          at,
          wanted ? Fact.Action.WATCHED : Fact.Action.UNWATCHED,
          Visibility.INTERNAL,
          Map.of("watcher", wanted ? new Shift(null, userId) : new Shift(userId, null)),
          null);
    }
    return changed;
  }

  /** Remembers that a file was added, or removed. */
  public void attached(String fileName, boolean now, Visibility readers, Actor by, Instant at) {
    remember(
        by,
        at,
        now ? Fact.Action.ATTACHED : Fact.Action.DETACHED,
        readers,
        Map.of("attachment", now ? new Shift(null, fileName) : new Shift(fileName, null)),
        null);
  }

  /** Forgets who asked. */
  public void forget(Person person) {
    properties.forgetRequester();
    Set<UUID> others = new LinkedHashSet<>(watchers);
    if (others.removeIf(person::hasId)) {
      watchers = others;
    }
  }

  /** Takes a person out of its words. */
  public void redact(Person person) {
    properties.redact(person);
  }

  /** Hands over what happened since the last call, in order, and forgets it. */
  List<Fact> takeFacts() {
    List<Fact> taken = List.copyOf(facts);
    facts.clear();
    return taken;
  }

  private void remember(
      Actor by,
      Instant at,
      Fact.Action action,
      Map<String, Shift> changes,
      @Nullable TicketEvent event) {
    remember(by, at, action, Visibility.PUBLIC, changes, event);
  }

  /** Keeps in mind what the {@link Journal} will write. */
  void remember(
      Actor by,
      Instant at,
      Fact.Action action,
      Visibility readers,
      Map<String, Shift> changes,
      @Nullable TicketEvent event) {
    facts.add(new Fact(by, at, action, readers, changes, event));
  }

  private TicketChanged changed(Instant at) {
    return new TicketChanged(
        id,
        numberText(),
        customerId,
        properties.priority(),
        properties.tags(),
        properties.teamId(),
        properties.assigneeId(),
        watchers,
        at);
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
    return watchers;
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

  /** Returns the ticket as readers see it. */
  public TicketView view() {
    return new TicketView(
        id,
        numberText(),
        customerId,
        properties.subject(),
        properties.body(),
        properties.priority(),
        life.status(),
        properties.tags(),
        properties.requester(),
        properties.assigneeId(),
        properties.teamId(),
        properties.customFields(),
        slaState,
        createdAt,
        updatedAt,
        life.firstAnsweredAt(),
        life.resolvedAt(),
        life.reopenedAt(),
        life.closedAt(),
        mergedInto,
        version);
  }

  /** Returns the ticket as lists show it. */
  public TicketSummary summary() {
    return new TicketSummary(
        id,
        numberText(),
        customerId,
        properties.subject(),
        properties.priority(),
        life.status(),
        properties.tags(),
        properties.requester(),
        properties.assigneeId(),
        properties.teamId(),
        slaState,
        createdAt,
        updatedAt,
        version);
  }
}
