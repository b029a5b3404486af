package dev.tocsin.ticketing;

import java.time.Instant;
import java.util.UUID;

/** A fact about a ticket, announced inside the transaction that makes it true. */
public sealed interface TicketEvent
    permits TicketOpened, TicketTransitioned, TicketCommented, TicketChanged, TicketMerged {

  /** Returns the ticket's id. */
  UUID ticketId();

  /** Returns the ticket's human number. */
  String number();

  /** Returns when it happened. */
  Instant at();
}
