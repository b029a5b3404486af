package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.Warning;
import dev.tocsin.platform.error.IllegalTransition;
import dev.tocsin.platform.work.DueRow;
import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.RequestState;
import dev.tocsin.schedules.ScheduleEvent;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of others: a swap or leave. It stands offered until it is answered, taken back
 * or its time has come, and never changes after that.
 */
@Entity
@Inheritance
@DiscriminatorColumn(name = "kind")
@Table(name = "shift_requests", schema = "schedules")
public abstract class ShiftRequest {

  @Id private UUID id;

  @Column(name = "schedule_id")
  private UUID scheduleId;

  @Column(name = "requester_id")
  private UUID requesterId;

  @Column(name = "requester_name")
  private String requesterName;

  private @Nullable String reason;

  @Enumerated(EnumType.STRING)
  private RequestState state;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  private int failures;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  @Column(name = "decided_by")
  private @Nullable String decidedBy;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected ShiftRequest() {}

  ShiftRequest(
      UUID id,
      UUID scheduleId,
      Person requester,
      @Nullable String reason,
      Instant expiresAt,
      Instant at) {
    this.id = id;
    this.scheduleId = scheduleId;
    this.requesterId = Objects.requireNonNull(requester.userId());
    this.requesterName = requester.name();
    this.reason = reason;
    this.state = RequestState.OFFERED;
    this.expiresAt = expiresAt;
    this.dueAt = expiresAt;
    this.createdAt = at;
  }

  /** Returns what it asks for in a word, {@code swap} or {@code leave}. */
  abstract String kind();

  /** Returns it as others may see it. */
  public abstract Record view(List<Warning> warnings);

  /** Returns the news that it has got where it is now. */
  abstract ScheduleEvent moved(
      Schedule schedule, List<Warning> warnings, List<UUID> concerned, Instant at);

  /** Returns everybody it names. */
  abstract List<Person> people();

  /** Tells whether anybody may answer it, while it is offered. */
  abstract boolean isForAnybody();

  /**
   * Answers, takes back or expires the request.
   *
   * @param by the name that its history shows
   * @throws IllegalTransition when it is no longer offered; one whose time has come has expired,
   *     whether or not that has been noted yet
   */
  public void moveTo(RequestState to, String by, Instant at) {
    RequestState from = isDue(at) && to != RequestState.EXPIRED ? RequestState.EXPIRED : state;
    if (!from.next().contains(to)) {
      throw new IllegalTransition(from, to, from.next());
    }
    state = to;
    decidedBy = by;
    decidedAt = at;
    dueAt = null;
  }

  boolean isDue(Instant now) {
    return dueAt != null && !expiresAt.isAfter(now);
  }

  DueRow due() {
    return new DueRow(id, Objects.requireNonNull(dueAt), failures);
  }

  void postpone(Instant until, int count) {
    if (state == RequestState.OFFERED) {
      dueAt = until;
      failures = count;
    }
  }

  public Person requester() {
    return new Person(requesterName, requesterId);
  }

  public UUID id() {
    return id;
  }

  public UUID scheduleId() {
    return scheduleId;
  }

  @Nullable String reason() {
    return reason;
  }

  public RequestState state() {
    return state;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  Instant createdAt() {
    return createdAt;
  }

  @Nullable Instant decidedAt() {
    return decidedAt;
  }

  @Nullable String decidedBy() {
    return decidedBy;
  }

  long version() {
    return version;
  }
}
