package dev.tocsin.ticketing.internal;

import static dev.tocsin.ticketing.TicketStatus.CLOSED;
import static dev.tocsin.ticketing.TicketStatus.IN_PROGRESS;
import static dev.tocsin.ticketing.TicketStatus.OPEN;
import static dev.tocsin.ticketing.TicketStatus.RESOLVED;
import static dev.tocsin.ticketing.TicketStatus.TRIAGED;
import static dev.tocsin.ticketing.TicketStatus.WAITING;

import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.IllegalTransition;
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
import dev.tocsin.ticketing.TicketOpened;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketSummary;
import dev.tocsin.ticketing.TicketTransitioned;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Visibility;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private String subject;
  private String body;

  @Convert(converter = Columns.OfPriority.class)
  private Priority priority;

  @Convert(converter = Columns.OfStatus.class)
  private TicketStatus status;

  @Convert(converter = Columns.OfStatus.class)
  @Column(name = "status_before_waiting")
  private @Nullable TicketStatus statusBeforeWaiting;

  @Convert(converter = Columns.OfTags.class)
  private List<String> tags;

  @Column(name = "requester_email")
  private @Nullable String requesterEmail;

  @Column(name = "requester_name")
  private @Nullable String requesterName;

  @Column(name = "assignee_id")
  private @Nullable UUID assigneeId;

  @Column(name = "team_id")
  private @Nullable UUID teamId;

  @Convert(converter = Columns.OfFields.class)
  @Column(name = "custom_fields")
  private Map<String, Object> customFields;

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

  @Column(name = "first_answered_at")
  private @Nullable Instant firstAnsweredAt;

  @Column(name = "resolved_at")
  private @Nullable Instant resolvedAt;

  @Column(name = "reopened_at")
  private @Nullable Instant reopenedAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

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
    ticket.subject = command.subject();
    ticket.body = command.body() == null ? "" : command.body();
    ticket.priority = command.priority();
    ticket.status = OPEN;
    ticket.tags = Tags.of(command.tags());
    ticket.name(requester);
    ticket.assigneeId = command.assigneeId();
    ticket.teamId = command.teamId();
    ticket.customFields = CustomFields.of(command.customFields());
    ticket.slaState = SlaState.OK;
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
    priority = changes.of("priority", priority, decision.priority());
    tags = changes.of("tags", tags, Tags.plus(tags, decision.tags()));
    teamId = changes.patched("team_id", teamId, teamId == null ? decision.teamId() : teamId);
    assigneeId =
        changes.patched(
            "assignee_id", assigneeId, assigneeId == null ? decision.assigneeId() : assigneeId);
    remember(
        by,
        createdAt,
        Fact.Action.OPENED,
        Map.of(),
        new TicketOpened(id, numberText(), customerId, priority, tags, teamId, createdAt));
    Actor router = Actor.system("routing");
    if (!changes.isEmpty()) {
      remember(router, createdAt, Fact.Action.ROUTED, changes.made(), null);
    }
    if (assigneeId != null || teamId != null) {
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
    subject = changes.of("subject", subject, wanted.subject());
    if (wanted.body() != null && !wanted.body().equals(body)) {
      body = wanted.body();
      changes.note("body", null, null); // its length does not belong into every history row
    }
    priority = changes.of("priority", priority, wanted.priority());
    tags = changes.of("tags", tags, wanted.tags() == null ? null : Tags.of(wanted.tags()));
    customFields =
        changes.of(
            "custom_fields",
            customFields,
            CustomFields.merged(customFields, wanted.customFields()));
    if (wanted.requester() != null && !wanted.requester().equals(requester())) {
      changes.note("requester", requester(), wanted.requester());
      name(wanted.requester());
    }
    if (wanted.assigneeId() != null) {
      assigneeId = changes.patched("assignee_id", assigneeId, wanted.assigneeId().value());
    }
    if (wanted.teamId() != null) {
      teamId = changes.patched("team_id", teamId, wanted.teamId().value());
    }
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
   * @throws IllegalTransition otherwise
   */
  public void expectArrow(TicketStatus to) {
    if (!status.mayBecome(to)) {
      throw new IllegalTransition(status, to, status.next());
    }
  }

  /**
   * Moves to another state.
   *
   * @throws IllegalTransition when the state machine has no such arrow
   */
  public void moveTo(TicketStatus to, Actor by, Instant at) {
    expectArrow(to);
    TicketStatus from = status;
    status = to;
    updatedAt = at;
    statusBeforeWaiting = to == WAITING ? from : null;
    if (to == CLOSED) {
      closedAt = at;
    } else if (to == RESOLVED) {
      resolvedAt = at;
    }
    remember(
        by,
        at,
        Fact.Action.TRANSITIONED,
        Map.of("status", new Shift(Code.of(from), Code.of(to))),
        new TicketTransitioned(id, numberText(), from, to, at));
    if (from == RESOLVED && to == IN_PROGRESS) {
      Shift undone = new Shift(resolvedAt, null);
      reopenedAt = at;
      resolvedAt = null;
      remember(by, at, Fact.Action.REOPENED, Map.of("resolved_at", undone), null);
    }
  }

  /** Says something; the first public word of an agent answers the ticket. */
  public TicketComment comment(AddComment said, boolean byAgent, Actor by, Instant at) {
    boolean open = said.visibility() == Visibility.PUBLIC;
    int ordinal = open ? ++publicComments : ++internalComments;
    TicketComment comment = new TicketComment(this, ordinal, said, byAgent, by, at);
    updatedAt = at;
    facts.add(
        new Fact(
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
                status,
                firstAnsweredAt != null,
                at)));
    if (open && byAgent && firstAnsweredAt == null) {
      firstAnsweredAt = at;
      remember(by, at, Fact.Action.FIRST_ANSWERED, Map.of(), null);
    }
    return comment;
  }

  /** Goes back to work when the customer has answered: out of waiting, or out of resolved. */
  public void customerAnswered(Actor by, Instant at) {
    if (status == WAITING && statusBeforeWaiting != null) {
      moveTo(statusBeforeWaiting, by, at);
    } else if (status == RESOLVED) {
      moveTo(IN_PROGRESS, by, at);
    }
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
    facts.add(new Fact(by, at, action, Visibility.PUBLIC, changes, event));
  }

  private TicketChanged changed(Instant at) {
    return new TicketChanged(id, numberText(), customerId, priority, tags, teamId, assigneeId, at);
  }

  private void name(@Nullable Requester requester) {
    requesterEmail = requester == null ? null : requester.email();
    requesterName = requester == null ? null : requester.name();
  }

  UUID id() {
    return id;
  }

  String numberText() {
    return TicketRef.format(number);
  }

  UUID customerId() {
    return customerId;
  }

  String subject() {
    return subject;
  }

  String body() {
    return body;
  }

  Priority priority() {
    return priority;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  /** Returns what routing rules look at. */
  RoutingFacts routingFacts() {
    return new RoutingFacts(priority, tags, customerId, subject + "\n" + body, requesterEmail);
  }

  private @Nullable Requester requester() {
    return requesterEmail == null && requesterName == null
        ? null
        : new Requester(requesterEmail, requesterName);
  }

  /** Returns the ticket as readers see it. */
  public TicketView view() {
    return new TicketView(
        id,
        numberText(),
        customerId,
        subject,
        body,
        priority,
        status,
        tags,
        requester(),
        assigneeId,
        teamId,
        customFields,
        slaState,
        createdAt,
        updatedAt,
        firstAnsweredAt,
        resolvedAt,
        reopenedAt,
        closedAt,
        version);
  }

  TicketSummary summary() {
    return new TicketSummary(
        id,
        numberText(),
        customerId,
        subject,
        priority,
        status,
        tags,
        requester(),
        assigneeId,
        teamId,
        slaState,
        createdAt,
        updatedAt,
        version);
  }
}
