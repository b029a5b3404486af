package dev.tocsin.notifications.internal.mail;

import dev.tocsin.accounts.Teams;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.notifications.ReceiverKind;
import dev.tocsin.notifications.internal.Pager;
import dev.tocsin.platform.Role;
import dev.tocsin.ticketing.Requester;
import dev.tocsin.ticketing.TicketView;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds who is mailed about a ticket; whoever has left, or may not see it any more, is not. */
@Dependent
public class Addressees {

  @Inject private Users users;
  @Inject private Teams teams;
  @Inject private MailThreads threads;
  @Inject private Pager pager;

  /** Returns who asked, if there is an address. */
  Optional<Addressee> requester(TicketView ticket) {
    Requester requester = ticket.requester();
    if (requester == null || requester.email() == null) {
      return Optional.empty();
    }
    String name = requester.name() == null ? "" : requester.name();
    return Optional.of(sender(ticket, requester.email(), name));
  }

  /** Returns who wrote a message on it. */
  Addressee sender(TicketView ticket, String address, String name) {
    MailThread thread = threads.of(ticket.id(), address, null);
    String link = pager.links().portalTicket(ticket.number());
    return new Addressee(
        ReceiverKind.REQUESTER, thread.id(), name.isEmpty() ? address : name, address, link);
  }

  /** Returns who works on it, if anybody does. */
  Optional<Addressee> assignee(TicketView ticket) {
    return Optional.ofNullable(ticket.assigneeId())
        .flatMap(users::find)
        .filter(UserView::active)
        .map(user -> person(ticket, user));
  }

  /** Returns those of these people who may see the ticket. */
  List<Addressee> readers(TicketView ticket, Collection<UUID> people) {
    return users.byIds(people).values().stream()
        .filter(UserView::active)
        .filter(
            user -> user.role() != Role.CUSTOMER || ticket.customerId().equals(user.customerId()))
        .map(user -> person(ticket, user))
        .toList();
  }

  /** Returns who answers for a ticket: its assignee, or else everybody in its team. */
  List<Addressee> responsible(TicketView ticket) {
    return assignee(ticket)
        .map(List::of)
        .orElseGet(
            () ->
                Optional.ofNullable(ticket.teamId())
                    .flatMap(teams::find)
                    .map(team -> readers(ticket, team.memberIds()))
                    .orElse(List.of()));
  }

  private Addressee person(TicketView ticket, UserView user) {
    threads.of(ticket.id(), user.email(), user.id());
    String link =
        user.role() == Role.CUSTOMER
            ? pager.links().portalTicket(ticket.number())
            : pager.links().ticket(ticket.number());
    return new Addressee(ReceiverKind.USER, user.id(), user.name(), user.email(), link);
  }
}
