package dev.tocsin.ticketing;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Move a ticket to another state.
 *
 * @param comment said in public just before the move; null for none
 */
public record TransitionTicket(@NotNull TicketStatus to, @Nullable String comment) {

  /** Returns the wordless move. */
  public static TransitionTicket to(TicketStatus to) {
    return new TransitionTicket(to, null);
  }
}
