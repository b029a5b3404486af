package dev.tocsin.ticketing.internal.links;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.ticketing.OpenTicket;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.internal.Intake;
import dev.tocsin.ticketing.internal.Journal;
import dev.tocsin.ticketing.internal.Ticket;
import dev.tocsin.ticketing.internal.TicketStore;
import dev.tocsin.ticketing.internal.TicketingSettings;
import dev.tocsin.ticketing.internal.TwoTickets;
import dev.tocsin.ticketing.links.LinkKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the ticket that a public word belongs to when the one it is said on is closed.
 *
 * <p>Everybody's word follows a merge to the ticket that goes on. Else the setting decides: a
 * customer's opens a follow-up, or joins the one that is open; it is kept on the closed ticket; or
 * a closed ticket takes no public word from anybody.
 */
@Dependent
public class FollowUps {

  @Inject private Settings settings;
  @Inject private TicketStore store;
  @Inject private Intake intake;
  @Inject private Links links;
  @Inject private Journal journal;

  /**
   * Returns a ticket, or the one that takes its place, locked.
   *
   * @throws Conflict when closed tickets take no public words
   */
  public Ticket inPlaceOf(Ticket named, Actor actor, Instant now) {
    UUID into = named.mergedInto();
    if (into != null) { // for good: held without the other, nobody waits in a circle
      return inPlaceOf(store.require(actor, into.toString()), actor, now);
    }
    Ticket ticket = store.requireLocked(actor, named.id().toString());
    if (ticket.status() != TicketStatus.CLOSED) {
      return ticket;
    }
    if (ticket.mergedInto() != null) { // meanwhile
      return inPlaceOf(ticket, actor, now);
    }
    return switch (settings.require(TicketingSettings.REPLY_TO_CLOSED)) {
      case "reject" -> throw new Conflict("closed", "This ticket is closed.");
      case "follow_up" -> actor.isCustomer() ? followUp(ticket, actor, now) : ticket;
      default -> ticket;
    };
  }

  /** Returns whether a public word is taken, on the ticket or on the one that takes its place. */
  public boolean takeWords(Ticket ticket, Actor actor) {
    if (ticket.status() != TicketStatus.CLOSED) {
      return true;
    }
    UUID into = ticket.mergedInto();
    return into == null
        ? !settings.require(TicketingSettings.REPLY_TO_CLOSED).equals("reject")
        : takeWords(store.require(actor, into.toString()), actor);
  }

  private Ticket followUp(Ticket closed, Actor actor, Instant now) {
    List<UUID> known = links.tickets(closed.id(), LinkKind.FOLLOW_UP);
    Optional<UUID> last =
        known.stream()
            .filter(id -> store.find(actor, id).isPresent())
            .reduce((one, another) -> another);
    if (last.isPresent()) {
      Ticket goesOn = store.requireLocked(actor, last.get().toString());
      if (goesOn.status() != TicketStatus.CLOSED || goesOn.mergedInto() != null) {
        return inPlaceOf(goesOn, actor, now);
      }
    }
    return open(closed, actor, now);
  }

  private Ticket open(Ticket closed, Actor actor, Instant now) {
    Ticket followUp = intake.openUnasked(actor, again(closed), now);
    links.add(new TwoTickets(closed, followUp), LinkKind.FOLLOW_UP, actor, now);
    journal.write(closed);
    return followUp;
  }

  private static OpenTicket again(Ticket closed) {
    return new OpenTicket(
        closed.customerId(),
        closed.subject(),
        "Follow-up of " + closed.numberText() + ".",
        closed.priority(),
        closed.tags(),
        closed.requester(),
        null,
        null,
        null);
  }
}
