package dev.tocsin.ticketing;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.time.Times;
import dev.tocsin.ticketing.internal.CommentStore;
import dev.tocsin.ticketing.internal.Intake;
import dev.tocsin.ticketing.internal.Journal;
import dev.tocsin.ticketing.internal.Ticket;
import dev.tocsin.ticketing.internal.TicketComment;
import dev.tocsin.ticketing.internal.TicketReader;
import dev.tocsin.ticketing.internal.TicketStore;
import dev.tocsin.ticketing.internal.TicketWords;
import dev.tocsin.ticketing.internal.links.FollowUps;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Opens, changes, moves, discusses and finds tickets.
 *
 * <p>A ticket is named by its id or its number ({@code TKT-000001}). One that the actor may not see
 * is {@link dev.tocsin.platform.error.NotFound} like one that is not there; a customer sees the
 * tickets of its own organisation, and never an internal comment. Every change writes history and
 * announces its {@link TicketEvent}s inside the caller's transaction.
 */
@Stateless
public class Ticketing {

  @Inject private Clock clock;
  @Inject private Intake intake;
  @Inject private TicketStore store;
  @Inject private CommentStore comments;
  @Inject private TicketWords words;
  @Inject private TicketReader reader;
  @Inject private FollowUps followUps;
  @Inject private Journal journal;

  /**
   * Opens a ticket, routes it, and triages it when that finds somebody to answer.
   *
   * @throws dev.tocsin.platform.error.Rejected naming every fault of the command
   * @throws Forbidden for a viewer, and for a customer who names another customer
   */
  public TicketView open(Actor actor, OpenTicket command) {
    Ticket ticket = intake.open(actor, command, Times.now(clock));
    journal.write(ticket);
    return ticket.view();
  }

  /**
   * Opens a ticket that came by a way which knows no custom fields: none is missing from it.
   *
   * @throws dev.tocsin.platform.error.Rejected naming every fault of the command
   * @throws Forbidden for a viewer, and for a customer who names another customer
   */
  public TicketView openUnasked(Actor actor, OpenTicket command) {
    Ticket ticket = intake.openUnasked(actor, command, Times.now(clock));
    journal.write(ticket);
    return ticket.view();
  }

  /** Returns a ticket. */
  @TransactionAttribute(SUPPORTS)
  public TicketView require(Actor actor, String ref) {
    return store.require(actor, ref).view();
  }

  /** Returns a ticket, if the actor may see one of this id or number. */
  @TransactionAttribute(SUPPORTS)
  public Optional<TicketView> find(Actor actor, String ref) {
    return store.find(actor, ref).map(Ticket::view);
  }

  /** Returns a ticket with the comments the actor may read. */
  @TransactionAttribute(SUPPORTS)
  public Conversation conversation(Actor actor, String ref) {
    return reader.conversation(actor, ref);
  }

  /**
   * Returns every ticket of a customer with its comments, newest change first.
   *
   * @throws Forbidden when the actor is a customer and this is another one
   */
  @TransactionAttribute(SUPPORTS)
  public List<Conversation> conversations(Actor actor, UUID customerId) {
    return reader.conversations(actor, customerId);
  }

  /**
   * Returns one page of a list.
   *
   * @throws Forbidden when the actor is a customer and asks for another one's
   */
  @TransactionAttribute(SUPPORTS)
  public Page<TicketSummary> list(Actor actor, TicketQuery query, PageRequest page) {
    return reader.list(actor, query, page);
  }

  /** Returns how many tickets a list has; counts no further than 10,000. */
  @TransactionAttribute(SUPPORTS)
  public long count(Actor actor, TicketQuery query) {
    return reader.count(actor, query);
  }

  /**
   * Changes properties; for those who work here.
   *
   * @param ifVersion the version the change was made from; null does not care
   * @throws dev.tocsin.platform.error.Stale when the ticket has another version
   */
  public TicketView change(
      Actor actor, String ref, ChangeTicket command, @Nullable Long ifVersion) {
    Ticket ticket = store.requireLocked(actor, ref);
    actor.require(Role.ADMIN, Role.AGENT);
    ticket.expect(ifVersion);
    intake.check(command);
    if (ticket.change(command, actor, Times.now(clock))) {
      words.renew(ticket);
    }
    return written(ticket);
  }

  /**
   * Moves a ticket to another state, after saying the command's comment; a customer may close.
   *
   * @throws dev.tocsin.platform.error.IllegalTransition when the state machine has no such arrow
   */
  public TicketView transition(Actor actor, String ref, TransitionTicket command) {
    Ticket ticket = store.requireLocked(actor, ref);
    Input.check(command);
    if (!actor.isCustomer() || command.to() != TicketStatus.CLOSED) {
      actor.require(Role.ADMIN, Role.AGENT);
    }
    Instant now = Times.now(clock);
    ticket.expectArrow(command.to());
    if (command.comment() != null) {
      say(ticket, actor, Input.check(AddComment.inPublic(command.comment())), now);
    }
    ticket.moveTo(command.to(), actor, now);
    return written(ticket);
  }

  /**
   * Says something on a ticket, in any of its states.
   *
   * <p>A customer's word takes the ticket back to work: out of {@code waiting} to the state before
   * it, out of {@code resolved} to {@code in_progress}. On a closed ticket it is said on the ticket
   * that took over, or on a follow-up: the answer names which.
   *
   * @throws dev.tocsin.platform.error.Conflict {@code closed} when the settings say that a closed
   *     ticket takes no public words
   * @throws Forbidden for a viewer, and for a customer who would speak internally
   */
  public CommentView comment(Actor actor, String ref, AddComment command) {
    Ticket named = store.require(actor, ref);
    actor.require(Role.ADMIN, Role.AGENT, Role.CUSTOMER);
    Input.check(command);
    if (actor.isCustomer() && command.visibility() == Visibility.INTERNAL) {
      throw new Forbidden("internal_comment", "Customers speak in public only.");
    }
    Instant now = Times.now(clock);
    Ticket ticket =
        command.visibility() == Visibility.PUBLIC
            ? followUps.inPlaceOf(named, actor, now)
            : store.requireLocked(actor, ref);
    TicketComment comment = say(ticket, actor, command, now);
    if (actor.isCustomer()) {
      ticket.customerAnswered(actor, now);
    }
    return comment.view(written(ticket).number());
  }

  /** Returns whether a ticket, or the one that goes on, takes public words by the settings. */
  @TransactionAttribute(SUPPORTS)
  public boolean takesWords(Actor actor, String ref) {
    return followUps.takeWords(store.require(actor, ref), actor);
  }

  /** Returns the comments the actor may read, oldest first. */
  @TransactionAttribute(SUPPORTS)
  public List<CommentView> comments(Actor actor, String ref) {
    return reader.conversation(actor, ref).comments();
  }

  /** Returns what happened to a ticket as far as the actor may know, oldest first. */
  @TransactionAttribute(SUPPORTS)
  public List<HistoryView> history(Actor actor, String ref) {
    return reader.history(actor, ref);
  }

  /**
   * Tells what a ticket's clocks amount to, so that lists can filter by it; no change of the
   * ticket's own.
   */
  public void noteSlaState(UUID ticketId, SlaState state) {
    store.noteSla(ticketId, state);
  }

  /** Writes into a ticket's history what became of a clock, for those who work here. */
  public void noteClock(UUID ticketId, ClockNote note) {
    journal.write(ticketId, note);
  }

  /**
   * Takes a ticket's row for this transaction unless another has it.
   *
   * <p>Whoever changes what hangs on a ticket, by its own initiative, takes the ticket first:
   * commands do the same, and so nobody waits in a circle.
   *
   * @return false when another transaction has it, or it is gone
   */
  public boolean tryLock(UUID ticketId) {
    return store.tryLock(ticketId);
  }

  /** Takes the rows of tickets that no other transaction has, and returns whose they are. */
  public Set<UUID> tryLock(List<UUID> ticketIds) {
    return store.tryLock(ticketIds);
  }

  private TicketComment say(Ticket ticket, Actor actor, AddComment command, Instant now) {
    boolean byAgent = !actor.isCustomer() && actor.kind() != Actor.Kind.SYSTEM;
    TicketComment comment = ticket.comment(command, byAgent, actor, now);
    comments.add(comment);
    return comment;
  }

  private TicketView written(Ticket ticket) {
    journal.write(ticket);
    return store.flushed(ticket).view();
  }
}
