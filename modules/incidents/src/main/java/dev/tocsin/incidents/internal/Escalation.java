package dev.tocsin.incidents.internal;

import dev.tocsin.incidents.EscalationView;
import dev.tocsin.incidents.internal.EscalationPlan.Place;
import dev.tocsin.persistence.Code;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a policy for an incident.
 *
 * <p>It is active, with the time at which it goes on, until it is stopped (somebody answered, or
 * the incident is over) or exhausted (nobody is left to page). An incident has one active run at
 * most; rounds are counted over all its runs, so that no step of two runs is ever the same.
 */
@Entity
@Table(name = "escalations", schema = "incidents")
public class Escalation {

  /** The life of a run. */
  enum State {
    ACTIVE,
    STOPPED,
    EXHAUSTED
  }

  @Id private UUID id;

  @Column(name = "incident_id")
  private UUID incidentId;

  @Column(name = "policy_id")
  private UUID policyId;

  @Column(name = "policy_name")
  private String policyName;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "first_round")
  private int firstRound;

  private int round;

  @Column(name = "next_tier")
  private int nextTier;

  private boolean paged;

  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  @Column(name = "failures") // read by the query of what is due
  private int failures;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "started_by")
  private String startedBy;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  private @Nullable String reason;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Escalation() {}

  /** Makes a run that is due at once. */
  Escalation(
      UUID id,
      UUID incidentId,
      EscalationPolicy policy,
      int firstRound,
      String startedBy,
      Instant at) {
    this.id = id;
    this.incidentId = incidentId;
    this.policyId = policy.id();
    this.policyName = policy.name();
    this.state = State.ACTIVE;
    this.firstRound = firstRound;
    this.round = firstRound;
    this.dueAt = at;
    this.startedAt = at;
    this.startedBy = startedBy;
  }

  /** Returns whose turn it is, counted within this run. */
  Place place() {
    return new Place(round - firstRound, nextTier);
  }

  /** Returns the round of a place of this run, counted over all runs of the incident. */
  int roundOf(Place place) {
    return firstRound + place.round();
  }

  /** Notes that a place was paged, and until when its answer is waited for. */
  void waitAfter(Place pagedPlace, Instant until) {
    requireActive();
    round = roundOf(pagedPlace);
    nextTier = pagedPlace.tier() + 1;
    paged = true;
    dueAt = until;
    failures = 0;
  }

  void stop(String why, Instant at) {
    end(State.STOPPED, why, at);
  }

  void exhaust(Instant at) {
    end(State.EXHAUSTED, paged ? "nobody answered" : "nobody to page", at);
  }

  private void end(State last, String why, Instant at) {
    requireActive();
    state = last;
    reason = why;
    endedAt = at;
    dueAt = null;
  }

  /** Makes it due later, after its step threw. */
  void postpone(Instant until, int count) {
    if (isActive()) {
      dueAt = until;
      failures = count;
    }
  }

  private void requireActive() {
    if (!isActive()) {
      throw new IllegalStateException("escalation " + id + " has ended: " + reason);
    }
  }

  boolean isActive() {
    return state == State.ACTIVE;
  }

  boolean isDue(Instant now) {
    return dueAt != null && !dueAt.isAfter(now);
  }

  EscalationView view() {
    return new EscalationView(
        id,
        incidentId,
        policyId,
        policyName,
        Code.of(state),
        nextTier,
        round,
        dueAt,
        startedAt,
        endedAt,
        reason);
  }

  UUID incidentId() {
    return incidentId;
  }

  UUID policyId() {
    return policyId;
  }

  String policyName() {
    return policyName;
  }

  boolean hasPaged() {
    return paged;
  }
}
