package dev.tocsin.ticketing.internal;

import dev.tocsin.accounts.Customers;
import dev.tocsin.accounts.Teams;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.ticketing.ChangeTicket;
import dev.tocsin.ticketing.OpenTicket;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.Requester;
import dev.tocsin.ticketing.internal.fields.FieldRules;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Judges what comes in about tickets, and opens them routed. */
@Dependent
public class Intake {

  @Inject private Customers customers;
  @Inject private Users users;
  @Inject private Teams teams;
  @Inject private TicketStore store;
  @Inject private Router router;
  @Inject private FieldRules fields;

  /**
   * Opens a ticket and routes it.
   *
   * @throws Rejected naming every fault
   * @throws Forbidden when the actor may not open tickets, or not for this customer
   */
  public Ticket open(Actor actor, OpenTicket command, Instant now) {
    return open(actor, command, fields.atOpening(actor, command.customFields()), now);
  }

  /** Opens a ticket where nobody was asked for custom fields, so that none is missing. */
  public Ticket openUnasked(Actor actor, OpenTicket command, Instant now) {
    return open(actor, command, fields.atChange(command.customFields()), now);
  }

  private Ticket open(Actor actor, OpenTicket command, List<Fault> ofFields, Instant now) {
    List<Fault> faults = Input.faults(command);
    faults.addAll(ofFields);
    permit(actor, command, faults);
    checkIds(command.assigneeId(), command.teamId(), faults);
    rejectIfAny(faults);
    Ticket ticket = Ticket.open(store.nextNumber(), command, requester(actor, command), now);
    ticket.route(router.decide(ticket.routingFacts(), command.assigneeId() != null, now), actor);
    store.add(ticket);
    return ticket;
  }

  /** Opens a ticket of what was said on another, for the same requester. */
  public Ticket openPart(
      Actor actor, Ticket whole, String subject, @Nullable Priority priority, Instant now) {
    Requester requester = whole.requester();
    return openUnasked(
        actor,
        new OpenTicket(
            whole.customerId(),
            subject,
            null,
            priority == null ? whole.priority() : priority,
            whole.tags(),
            requester == null ? new Requester(null, null) : requester,
            null,
            null,
            null),
        now);
  }

  private void permit(Actor actor, OpenTicket command, List<Fault> faults) {
    actor.require(Role.ADMIN, Role.AGENT, Role.CUSTOMER);
    if (actor.isCustomer()) {
      if (command.customerId() != null && !command.customerId().equals(actor.customerId())) {
        throw new Forbidden("customer", "You may open tickets for your own organisation only.");
      }
      refuse(command.assigneeId(), "/assignee_id", faults);
      refuse(command.teamId(), "/team_id", faults);
    } else if (command.customerId() != null && customers.find(command.customerId()).isEmpty()) {
      faults.add(new Fault("/customer_id", "unknown", "no such customer"));
    }
  }

  private static void refuse(@Nullable UUID id, String pointer, List<Fault> faults) {
    if (id != null) {
      faults.add(new Fault(pointer, "not_allowed", "customers do not choose who answers"));
    }
  }

  /**
   * Lets pass a change that makes sense.
   *
   * @throws Rejected naming every fault
   */
  public void check(ChangeTicket command) {
    rejectIfAny(faults(command));
  }

  /** Returns every fault of a change; empty when it makes sense. */
  public List<Fault> faults(ChangeTicket command) {
    List<Fault> faults = Input.faults(command);
    faults.addAll(fields.atChange(command.customFields()));
    checkIds(
        command.assigneeId() == null ? null : command.assigneeId().value(),
        command.teamId() == null ? null : command.teamId().value(),
        faults);
    return faults;
  }

  private void checkIds(@Nullable UUID assigneeId, @Nullable UUID teamId, List<Fault> faults) {
    if (assigneeId != null && users.find(assigneeId).filter(Intake::canAnswer).isEmpty()) {
      faults.add(new Fault("/assignee_id", "unknown", "no active agent has this id"));
    }
    if (teamId != null && teams.find(teamId).isEmpty()) {
      faults.add(new Fault("/team_id", "unknown", "no such team"));
    }
  }

  /** Returns whether a person is here to answer tickets. */
  static boolean canAnswer(UserView user) {
    return user.active() && (user.role() == Role.ADMIN || user.role() == Role.AGENT);
  }

  private @Nullable Requester requester(Actor actor, OpenTicket command) {
    if (command.requester() != null) {
      return command.requester();
    }
    return actor.kind() == Actor.Kind.USER && actor.id() != null
        ? users.find(actor.id()).map(u -> new Requester(u.email(), u.name())).orElse(null)
        : null;
  }

  private static void rejectIfAny(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new Rejected(new ArrayList<>(faults));
    }
  }
}
