package dev.tocsin.ticketing.merging;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.time.Times;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.internal.Intake;
import dev.tocsin.ticketing.internal.Journal;
import dev.tocsin.ticketing.internal.Ticket;
import dev.tocsin.ticketing.internal.TicketComment;
import dev.tocsin.ticketing.internal.TicketStore;
import dev.tocsin.ticketing.internal.TwoTickets;
import dev.tocsin.ticketing.internal.links.Links;
import dev.tocsin.ticketing.internal.merging.Moves;
import dev.tocsin.ticketing.links.LinkKind;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Merges and splits tickets; for those who work here. */
@Stateless
public class TicketMerging {

  @Inject private Clock clock;
  @Inject private Intake intake;
  @Inject private TicketStore store;
  @Inject private Moves moves;
  @Inject private Links links;
  @Inject private Journal journal;

  /**
   * Merges a ticket into another and returns the other.
   *
   * <p>Comments, files, watchers and links move; a link that the other cannot have stays. The
   * ticket is closed as a duplicate, keeps its own text and history, and says where it went.
   *
   * @throws dev.tocsin.platform.error.Rejected when the other is unknown, or the same
   * @throws Conflict {@code other_customer}, {@code already_merged}, or {@code closed} when the
   *     other is closed
   */
  public TicketView merge(Actor actor, String ref, MergeTicket command) {
    store.require(actor, ref);
    actor.require(Role.ADMIN, Role.AGENT);
    Input.check(command);
    TwoTickets two = store.requireLocked(actor, ref, command.into(), "/into");
    expectMergeable(two);
    Instant now = Times.now(clock);
    two.ticket().mergeInto(two.other(), actor, now);
    moves.everything(two);
    links.moveAll(two);
    links.add(two, LinkKind.ORIGINAL, actor, now);
    journal.write(two);
    return store.flushed(two.other()).view();
  }

  private static void expectMergeable(TwoTickets two) {
    if (!two.areOneCustomers()) {
      throw new Conflict("other_customer", "Tickets of different customers are not merged.");
    }
    if (two.ticket().mergedInto() != null) {
      throw new Conflict("already_merged", "This ticket has been merged already.");
    }
    if (two.other().status() == TicketStatus.CLOSED) {
      throw new Conflict("closed", "The ticket to merge into is closed.");
    }
  }

  /**
   * Opens a ticket of some of a ticket's comments, with their files, and returns it.
   *
   * <p>It is the same customer's and requester's, has the same tags, is routed like any other, and
   * linked to the one it comes from.
   *
   * @throws dev.tocsin.platform.error.Rejected naming every comment that the ticket does not have
   */
  public TicketView split(Actor actor, String ref, SplitTicket command) {
    Ticket ticket = store.requireLocked(actor, ref);
    actor.require(Role.ADMIN, Role.AGENT);
    Input.check(command);
    List<TicketComment> chosen = moves.chosen(actor, ticket, command.commentIds());
    Instant now = Times.now(clock);
    Ticket part = intake.openPart(actor, ticket, command.subject(), command.priority(), now);
    TwoTickets two = new TwoTickets(ticket, part);
    two.split(actor, now);
    moves.some(two, chosen);
    links.add(two, LinkKind.RELATED, actor, now);
    journal.write(two);
    return store.flushed(part).view();
  }
}
