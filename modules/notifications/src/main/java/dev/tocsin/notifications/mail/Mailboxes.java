package dev.tocsin.notifications.mail;

import dev.tocsin.notifications.internal.mail.InboundStore;
import dev.tocsin.notifications.internal.mail.Mailbox;
import dev.tocsin.notifications.internal.mail.MailboxPolls;
import dev.tocsin.notifications.internal.mail.MailboxRules;
import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.platform.settings.SecretBox;
import dev.tocsin.platform.time.Times;
import dev.tocsin.platform.work.Nudge;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the mailboxes that are read; for admins only, every change audited.
 *
 * <p>The password is sealed when stored and shown to nobody. A new or changed mailbox is read at
 * once, and then again and again.
 */
@Stateless
public class Mailboxes {

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  @Inject private MailboxRules rules;
  @Inject private InboundStore inbound;
  @Inject private SecretBox secrets;
  @Inject private Audit audit;
  @Inject private Clock clock;
  @Inject private Event<Nudge> nudge;

  /**
   * Reads a mailbox from now on.
   *
   * @throws Rejected naming every fault; {@code /host} with {@code blocked_target} when the egress
   *     guard does not let it pass
   */
  public MailboxView create(Actor actor, CreateMailbox command) {
    actor.require(Role.ADMIN);
    rules.check(command);
    Mailbox mailbox = Mailbox.of(command, secrets.seal(command.password()), Times.now(clock));
    entityManager.persist(mailbox);
    return written(actor, "mailbox.created", mailbox);
  }

  /** Returns mailboxes, the newest first. */
  public Page<MailboxView> list(Actor actor, PageRequest page) {
    actor.require(Role.ADMIN);
    String before = page.cursor() == null ? "" : " WHERE m.id < :before";
    TypedQuery<Mailbox> query =
        entityManager.createQuery(
            "SELECT m FROM Mailbox m" + before + " ORDER BY m.id DESC", Mailbox.class);
    page.position().ifPresent(cursor -> query.setParameter("before", cursor.id(0)));
    List<Mailbox> found = query.setMaxResults(page.fetch()).getResultList();
    Map<UUID, Long> held = inbound.held(found.stream().map(Mailbox::id).toList());
    List<MailboxView> rows =
        found.stream().map(box -> box.view(held.getOrDefault(box.id(), 0L))).toList();
    return Page.of(rows, page, mailbox -> Cursor.of(mailbox.id()));
  }

  /**
   * Returns a mailbox.
   *
   * @throws NotFound when there is none
   */
  public MailboxView require(Actor actor, UUID id) {
    actor.require(Role.ADMIN);
    return view(find(id, null));
  }

  /**
   * Changes a mailbox and reads it at once.
   *
   * @param ifVersion the version the change was made on; null for whichever there is
   * @throws NotFound when there is none
   * @throws Stale when it has another version by now
   * @throws Rejected naming every fault
   */
  public MailboxView change(Actor actor, UUID id, ChangeMailbox command, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    Mailbox mailbox = find(id, ifVersion);
    rules.check(command, view(mailbox));
    String password = command.password();
    String sealed = password == null || password.isBlank() ? null : secrets.seal(password);
    mailbox.change(command, sealed, Times.now(clock));
    return written(actor, "mailbox.changed", mailbox);
  }

  /**
   * Reads a mailbox no longer; what was read stays.
   *
   * @throws NotFound when there is none
   * @throws Stale when it has another version by now
   */
  public void delete(Actor actor, UUID id, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    Mailbox mailbox = find(id, ifVersion);
    entityManager.remove(mailbox);
    entityManager.flush();
    record(actor, "mailbox.deleted", view(mailbox));
  }

  private Mailbox find(UUID id, @Nullable Long ifVersion) {
    Mailbox mailbox = entityManager.find(Mailbox.class, id);
    if (mailbox == null) {
      throw new NotFound("mailbox");
    }
    Stale.check(mailbox.version(), ifVersion);
    return mailbox;
  }

  private MailboxView view(Mailbox mailbox) {
    UUID id = mailbox.id();
    return mailbox.view(inbound.held(List.of(id)).getOrDefault(id, 0L));
  }

  private MailboxView written(Actor actor, String action, Mailbox mailbox) {
    entityManager.flush();
    nudge.fire(new Nudge(MailboxPolls.NAME));
    MailboxView view = view(mailbox);
    record(actor, action, view);
    return view;
  }

  private void record(Actor actor, String action, MailboxView mailbox) {
    Map<String, Object> detail =
        Map.of(
            "name", mailbox.name(),
            "host", mailbox.host(),
            "username", mailbox.username(),
            "folder", mailbox.folder(),
            "enabled", mailbox.enabled());
    audit.record(actor, action, "mailbox", mailbox.id().toString(), detail);
  }
}
