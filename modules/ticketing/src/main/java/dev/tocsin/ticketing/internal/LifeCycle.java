package dev.tocsin.ticketing.internal;

import static dev.tocsin.ticketing.TicketStatus.CLOSED;
import static dev.tocsin.ticketing.TicketStatus.IN_PROGRESS;
import static dev.tocsin.ticketing.TicketStatus.OPEN;
import static dev.tocsin.ticketing.TicketStatus.RESOLVED;
import static dev.tocsin.ticketing.TicketStatus.WAITING;

import dev.tocsin.platform.error.IllegalTransition;
import dev.tocsin.ticketing.TicketStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a ticket stands in its life, and when it came to the places that people ask about. */
@Embeddable
public class LifeCycle {

  @Convert(converter = Columns.OfStatus.class)
  private TicketStatus status;

  @Convert(converter = Columns.OfStatus.class)
  @Column(name = "status_before_waiting")
  private @Nullable TicketStatus statusBeforeWaiting;

  @Column(name = "first_answered_at")
  private @Nullable Instant firstAnsweredAt;

  @Column(name = "resolved_at")
  private @Nullable Instant resolvedAt;

  @Column(name = "reopened_at")
  private @Nullable Instant reopenedAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected LifeCycle() {}

  /** Begins untriaged. */
  static LifeCycle begun() {
    LifeCycle life = new LifeCycle();
    life.status = OPEN;
    return life;
  }

  /**
   * Lets pass when the state machine has an arrow from here.
   *
   * @throws IllegalTransition otherwise
   */
  void expectArrow(TicketStatus to) {
    if (!status.mayBecome(to)) {
      throw new IllegalTransition(status, to, status.next());
    }
  }

  /**
   * Moves to another state.
   *
   * @return when it had been resolved, if the move reopens it; else null
   * @throws IllegalTransition when the state machine has no such arrow
   */
  @Nullable Instant moveTo(TicketStatus to, Instant at) {
    expectArrow(to);
    TicketStatus from = status;
    status = to;
    statusBeforeWaiting = to == WAITING ? from : null;
    if (to == CLOSED) {
      closedAt = at;
    } else if (to == RESOLVED) {
      resolvedAt = at;
    }
    if (from != RESOLVED || to != IN_PROGRESS) {
      return null;
    }
    Instant undone = resolvedAt;
    resolvedAt = null;
    reopenedAt = at;
    return undone;
  }

  /** Returns where a customer's word takes it back to; null when it stays. */
  @Nullable TicketStatus afterCustomersWord() {
    return switch (status) {
      case WAITING -> statusBeforeWaiting;
      case RESOLVED -> IN_PROGRESS;
      case OPEN, TRIAGED, IN_PROGRESS, CLOSED -> null;
    };
  }

  /** Notes an agent's public word; returns whether it is the first. */
  boolean answered(Instant at) {
    if (firstAnsweredAt != null) {
      return false;
    }
    firstAnsweredAt = at;
    return true;
  }

  TicketStatus status() {
    return status;
  }

  @Nullable Instant firstAnsweredAt() {
    return firstAnsweredAt;
  }

  @Nullable Instant resolvedAt() {
    return resolvedAt;
  }

  @Nullable Instant reopenedAt() {
    return reopenedAt;
  }

  @Nullable Instant closedAt() {
    return closedAt;
  }
}
