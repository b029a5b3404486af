package dev.tocsin.ticketing;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.time.Times;
import dev.tocsin.ticketing.internal.Journal;
import dev.tocsin.ticketing.internal.Ticket;
import dev.tocsin.ticketing.internal.TicketStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Keeps who wants to hear of what happens to a ticket; its events carry them.
 *
 * <p>Who works here decides for anybody who may see the ticket; a customer's people decide for
 * themselves, and see their colleagues only.
 */
@Stateless
public class TicketWatchers {

  @Inject private Clock clock;
  @Inject private Users users;
  @Inject private TicketStore store;
  @Inject private Journal journal;

  /** Returns a ticket's watchers as far as the actor may know them. */
  @TransactionAttribute(SUPPORTS)
  public List<Watcher> list(Actor actor, String ref) {
    Ticket ticket = store.require(actor, ref);
    return users.byIds(ticket.watchers()).values().stream()
        .filter(user -> !actor.isCustomer() || user.role() == Role.CUSTOMER)
        .map(TicketWatchers::watcher)
        .toList();
  }

  /**
   * Lets a person hear of what happens; who does already goes on.
   *
   * @throws Rejected when nobody of this id may see the ticket
   * @throws Forbidden for a customer who decides for somebody else
   */
  public Watcher add(Actor actor, String ref, UUID userId) {
    Ticket ticket = permitted(actor, ref, userId);
    UserView user =
        users
            .find(userId)
            .filter(found -> maySee(found, ticket))
            .orElseThrow(
                () -> new Rejected("/user_id", "unknown", "nobody of this id may see the ticket"));
    ticket.watch(userId, true, actor, Times.now(clock));
    journal.write(ticket);
    return watcher(user);
  }

  /**
   * Lets a person hear no more; who does not stays out.
   *
   * @throws Forbidden for a customer who decides for somebody else
   */
  public void remove(Actor actor, String ref, UUID userId) {
    Ticket ticket = permitted(actor, ref, userId);
    ticket.watch(userId, false, actor, Times.now(clock));
    journal.write(ticket);
  }

  private Ticket permitted(Actor actor, String ref, UUID userId) {
    Ticket ticket = store.requireLocked(actor, ref);
    if (!userId.equals(actor.id())) {
      if (actor.isCustomer()) {
        throw new Forbidden("not_yourself", "You may watch for yourself only.");
      }
      actor.require(Role.ADMIN, Role.AGENT);
    }
    return ticket;
  }

  private static boolean maySee(UserView user, Ticket ticket) {
    return user.active()
        && (user.role() != Role.CUSTOMER || ticket.customerId().equals(user.customerId()));
  }

  private static Watcher watcher(UserView user) {
    return new Watcher(user.id(), user.name(), user.handle());
  }
}
