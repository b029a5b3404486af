package dev.tocsin.sla.internal;

import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.Ids;
import dev.tocsin.sla.RecalculationStarted;
import dev.tocsin.sla.RecalculationState;
import dev.tocsin.sla.RecalculationView;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An edit on its way to the open clocks it concerns, ticket by ticket in the order of their ids.
 *
 * <p>How far it is stands in this row and is written in the transaction that recomputes; whoever is
 * killed on the way leaves it to the next, who begins where the last commit was.
 */
@Entity
@Table(name = "recalculation", schema = "sla")
public class Recalculation {

  /** Whose clocks. */
  public enum Scope {
    /** Those that count by a calendar. */
    CALENDAR,
    /** Those that run by a policy. */
    POLICY,
    /** All, also cancelled ones: a policy now may be for other tickets. */
    ALL
  }

  @Id private UUID id;

  @Convert(converter = Columns.OfScope.class)
  private Scope scope;

  @Column(name = "cause_id")
  private UUID causeId;

  private int total;
  private int done;
  private int failed;

  @Column(name = "last_ticket_id")
  private UUID lastTicketId;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Recalculation() {}

  static Recalculation begin(Scope scope, UUID causeId, int total, Instant at) {
    Recalculation begun = new Recalculation();
    begun.id = Ids.next();
    begun.scope = scope;
    begun.causeId = causeId;
    begun.total = total;
    begun.lastTicketId = new UUID(0, 0);
    begun.startedAt = at;
    begun.finishedAt = total == 0 ? at : null;
    return begun;
  }

  /** Notes a ticket whose clocks were recomputed. */
  void passed(UUID ticketId, int clocks) {
    lastTicketId = ticketId;
    done += clocks;
  }

  /** Notes a ticket whose clocks could not be. */
  void failed(UUID ticketId, int clocks) {
    lastTicketId = ticketId;
    failed += clocks;
  }

  /** Ends; clocks that ended meanwhile needed nothing, some that began meanwhile were passed. */
  void finish(Instant at) {
    total = done + failed;
    finishedAt = at;
  }

  Scope scope() {
    return scope;
  }

  UUID causeId() {
    return causeId;
  }

  UUID lastTicketId() {
    return lastTicketId;
  }

  RecalculationStarted started() {
    return new RecalculationStarted(id, total);
  }

  /** Returns the recalculation as readers see it. */
  public RecalculationView view() {
    return new RecalculationView(
        id,
        Code.of(scope == Scope.CALENDAR ? Scope.CALENDAR : Scope.POLICY),
        causeId,
        finishedAt == null ? RecalculationState.RUNNING : RecalculationState.DONE,
        total,
        done,
        failed,
        startedAt,
        finishedAt);
  }
}
