package dev.tocsin.ticketing;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a ticket stands: opened, triaged to somebody, worked on, waiting for the customer,
 * resolved, closed for good.
 *
 * <p>{@code RESOLVED} to {@code IN_PROGRESS} is the only reopening.
 */
public enum TicketStatus {
  OPEN,
  TRIAGED,
  IN_PROGRESS,
  WAITING,
  RESOLVED,
  CLOSED;

  /** Returns the states that may follow this one; empty for {@code CLOSED}. */
  public Set<TicketStatus> next() {
    return switch (this) {
      case OPEN -> EnumSet.of(TRIAGED, CLOSED);
      case TRIAGED -> EnumSet.of(IN_PROGRESS, WAITING, CLOSED);
      case IN_PROGRESS -> EnumSet.of(RESOLVED, WAITING, CLOSED);
      case WAITING -> EnumSet.of(TRIAGED, IN_PROGRESS, CLOSED);
      case RESOLVED -> EnumSet.of(IN_PROGRESS, CLOSED);
      case CLOSED -> EnumSet.noneOf(TicketStatus.class);
    };
  }

  /** Returns whether this state may be followed by the given one. */
  public boolean mayBecome(TicketStatus to) {
    return next().contains(to);
  }
}
