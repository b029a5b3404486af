package dev.tocsin.sla.internal;

import dev.tocsin.platform.work.DueRow;
import dev.tocsin.platform.work.DueRows;
import dev.tocsin.ticketing.Ticketing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the clocks that entered a band or missed their deadline; the cost is of those, never of
 * what is open.
 */
@ApplicationScoped
public class SlaDeadlines extends DueRows {

  @Inject private Clocks clocks;
  @Inject private ClockKeeper keeper;
  @Inject private Ticketing tickets;

  @Override
  public String name() {
    return "sla-deadlines";
  }

  @Override
  protected List<DueRow> due(Instant now, int limit) {
    return clocks.due(now, limit);
  }

  @Override
  protected boolean perform(UUID id, Instant now) {
    Optional<UUID> ticket = clocks.ticketOf(id).filter(tickets::tryLock);
    if (ticket.isEmpty() || clocks.locked(id).filter(clock -> clock.isDue(now)).isEmpty()) {
      return false;
    }
    keeper.look(ticket.get(), id, now);
    return true;
  }

  @Override
  protected void postpone(UUID id, Instant until, int failures, String reason) {
    clocks.postpone(id, until, failures);
  }
}
