package dev.tocsin.ticketing.internal.work;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.ChangeTicket;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.TransitionTicket;
import dev.tocsin.ticketing.internal.Ticket;
import dev.tocsin.ticketing.internal.TicketStore;
import dev.tocsin.ticketing.work.AdjustTicket;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings a change that suits any ticket to one of them, by the verbs everybody uses. */
@Dependent
public class Adjuster {

  @Inject private Ticketing tickets;
  @Inject private TicketStore store;

  /**
   * Changes a ticket, says something on it and moves it, in this order and in the caller's
   * transaction. A ticket that stands in the wanted state already stays in it.
   *
   * @param said null says nothing
   * @param ifVersion the version the change was made from; null does not care
   */
  public TicketView adjust(
      Actor actor,
      String ref,
      AdjustTicket wanted,
      @Nullable AddComment said,
      @Nullable Long ifVersion) {
    actor.require(Role.ADMIN, Role.AGENT);
    // held before it is read: tags are added to those there are, not to those there were
    Ticket held = store.requireLocked(actor, ref);
    held.expect(ifVersion);
    TicketView now = held.view();
    ChangeTicket properties = wanted.propertiesOf(now, me(actor));
    if (!properties.equals(ChangeTicket.nothing())) {
      now = tickets.change(actor, ref, properties, null);
    }
    if (said != null) {
      tickets.comment(actor, ref, said);
      now = tickets.require(actor, ref);
    }
    TicketStatus to = wanted.status();
    return to == null || to == now.status()
        ? now
        : tickets.transition(actor, ref, TransitionTicket.to(to));
  }

  /** Returns who can become the assignee as "me": a person, never a token. */
  public static @Nullable UUID me(Actor actor) {
    return actor.kind() == Actor.Kind.USER ? actor.id() : null;
  }
}
