package dev.tocsin.notifications.mail;

import dev.tocsin.accounts.Customers;
import dev.tocsin.notifications.internal.mail.InboundMail;
import dev.tocsin.notifications.internal.mail.InboundStore;
import dev.tocsin.notifications.internal.mail.MailJudge;
import dev.tocsin.notifications.internal.mail.MailPreview;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.time.Times;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * Shows the messages that were read from mailboxes and what became of each, and lets those in that
 * were held; for staff only.
 */
@Stateless
public class InboundMails {

  @Inject private InboundStore store;
  @Inject private MailJudge judge;
  @Inject private Customers customers;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /** Returns messages, the newest first. */
  public Page<InboundMailView> list(Actor actor, InboundQuery query, PageRequest page) {
    actor.requireStaff();
    return store.page(query, page).map(InboundMail::view);
  }

  /** Counts what needs somebody. */
  public InboundCounts counts(Actor actor) {
    actor.requireStaff();
    return store.counts();
  }

  /**
   * Returns a message with what it says.
   *
   * @throws NotFound when there is none
   */
  public InboundMailDetail require(Actor actor, UUID id) {
    actor.requireStaff();
    InboundMail mail = store.require(id);
    return new InboundMailDetail(mail.view(), preview(mail));
  }

  private String preview(InboundMail mail) {
    return mail.omission().orElseGet(() -> MailPreview.of(store.raw(mail.id())));
  }

  /**
   * Makes a ticket or an answer of a message that was held or put aside; it may be held once more,
   * for a reason that nobody can waive.
   *
   * @throws NotFound when there is none
   * @throws Rejected when the customer does not exist
   * @throws dev.tocsin.platform.error.IllegalTransition when it is neither held nor put aside
   */
  public InboundMailView release(Actor actor, UUID id, ReleaseMail command) {
    actor.require(Role.ADMIN, Role.AGENT);
    InboundMail mail = store.requireLocked(id);
    mail.expectReleasable(InboundState.ACCEPTED);
    UUID customer = command.customerId();
    if (customer != null && customers.find(customer).isEmpty()) {
      throw new Rejected("/customer_id", "unknown", "no such customer");
    }
    judge.release(mail, customer, Times.now(clock));
    audit.record(actor, "inbound_mail.released", "inbound_mail", id.toString(), Map.of());
    return mail.view();
  }

  /**
   * Throws a message away that was held or put aside; it stays in the list.
   *
   * @throws NotFound when there is none
   * @throws dev.tocsin.platform.error.IllegalTransition when it is neither held nor put aside
   */
  public InboundMailView discard(Actor actor, UUID id) {
    actor.require(Role.ADMIN, Role.AGENT);
    InboundMail mail = store.requireLocked(id);
    mail.discard(Times.now(clock));
    store.flush();
    audit.record(actor, "inbound_mail.discarded", "inbound_mail", id.toString(), Map.of());
    return mail.view();
  }
}
