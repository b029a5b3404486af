package dev.tocsin.sla;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.time.Times;
import dev.tocsin.sla.internal.ClockReader;
import dev.tocsin.sla.internal.Previews;
import dev.tocsin.ticketing.Ticketing;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Shows the clocks of tickets, and what clocks would do. */
@Stateless
public class ServiceLevels {

  @Inject private Clock clock;
  @Inject private Ticketing tickets;
  @Inject private ClockReader reader;
  @Inject private Previews previews;

  /**
   * Returns a ticket's clocks as they stand now, first response first.
   *
   * @param ref the ticket's id or number
   * @throws dev.tocsin.platform.error.NotFound when there is no such ticket, or the actor may not
   *     see it
   */
  @TransactionAttribute(SUPPORTS)
  public List<ClockView> clocksOf(Actor actor, String ref) {
    return reader.clocks(tickets.require(actor, ref).id(), Times.now(clock));
  }

  /** Returns the same by the ticket's id. */
  @TransactionAttribute(SUPPORTS)
  public List<ClockView> clocksOf(Actor actor, UUID ticketId) {
    return clocksOf(actor, ticketId.toString());
  }

  /**
   * Returns the clocks that a story would make, by the same engine to the nanosecond; nothing is
   * stored.
   *
   * @throws dev.tocsin.platform.error.Rejected naming every fault of the story
   */
  @TransactionAttribute(SUPPORTS)
  public List<ClockView> preview(Actor actor, SlaPreview command) {
    actor.requireStaff();
    return previews.clocks(Input.check(command));
  }
}
