package dev.tocsin.ticketing.work;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.DomainException;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.ticketing.internal.work.Adjuster;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * Changes many tickets alike, each in a transaction of its own: what one of them refuses does not
 * undo the others, and each has its own history and events.
 */
@Stateless
public class TicketBulk {

  private static final System.Logger LOG = System.getLogger(TicketBulk.class.getName());

  @Inject private Transactions transactions;
  @Inject private Adjuster adjuster;
  @Inject private Audit audit;

  /**
   * Changes tickets and returns what became of each.
   *
   * @throws Rejected naming every fault of the command itself
   */
  @TransactionAttribute(NOT_SUPPORTED)
  public BulkResult change(Actor actor, ChangeTickets command) {
    actor.require(Role.ADMIN, Role.AGENT);
    Input.check(command);
    BulkResult result =
        BulkResult.of(
            command.ids().stream().distinct().map(id -> one(actor, id, command.change())).toList());
    transactions.run(() -> record(actor, command, result));
    return result;
  }

  /** Says who changed how many alike, whatever became of them; each has its own history beside. */
  private void record(Actor actor, ChangeTickets command, BulkResult result) {
    String subject = Ids.next().toString();
    audit.record(
        actor,
        "tickets.changed",
        "bulk_change",
        subject,
        Map.of("ids", command.ids(), "change", command.change(), "changed", result.changed()));
  }

  private BulkResult.One one(Actor actor, String id, AdjustTicket change) {
    try {
      transactions.run(() -> adjuster.adjust(actor, id, change, null, null));
      return BulkResult.One.done(id);
    } catch (DomainException e) {
      List<Fault> faults = e instanceof Rejected rejected ? rejected.faults() : null;
      return new BulkResult.One(id, false, e.code(), e.detail(), faults);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, () -> "ticket " + id + " was not changed", e);
      return new BulkResult.One(
          id, false, "internal", "Something went wrong; the server's log knows more.", null);
    }
  }
}
