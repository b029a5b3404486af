package dev.tocsin.sla.internal;

import dev.tocsin.ticketing.TicketStatus;
import java.util.Optional;

/** What happens to a ticket, as its clocks see it. */
enum Happening {
  /** An agent said something in public. */
  AGENT_REPLIED,
  /** The customer said something. */
  CUSTOMER_REPLIED,
  /** The customer is asked, and the ticket waits. */
  PAUSED,
  RESUMED,
  RESOLVED,
  REOPENED,
  CLOSED;

  /** Returns what a move between two states is; empty when clocks do not care. */
  static Optional<Happening> of(TicketStatus from, TicketStatus to) {
    return switch (to) {
      case WAITING -> Optional.of(PAUSED);
      case RESOLVED -> Optional.of(RESOLVED);
      case CLOSED -> Optional.of(CLOSED);
      default ->
          from == TicketStatus.RESOLVED
              ? Optional.of(REOPENED)
              : from == TicketStatus.WAITING ? Optional.of(RESUMED) : Optional.empty();
    };
  }
}
