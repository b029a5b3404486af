package dev.tocsin.notifications.internal;

import dev.tocsin.accounts.UserQuery;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.notifications.ContactMethodView;
import dev.tocsin.notifications.ReceiverKind;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.settings.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes one delivery for each way to reach a person. */
@Stateless
public class Pager {

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  private static final Actor READER = Actor.system("notifications");

  @Inject private Outbox outbox;
  @Inject private Users users;
  @Inject private Settings settings;

  /** Returns links into the console as it is reached now. */
  public Links links() {
    return new Links(settings.require(NotificationSettings.BASE_URL));
  }

  /** Tells every active person of these; who has left is told nothing. */
  public void reachAll(Collection<UUID> people, String intent, String eventType, MailText text) {
    users.byIds(people).values().stream()
        .filter(UserView::active)
        .forEach(person -> reach(person, intent, eventType, text, null));
  }

  /** Tells every active administrator. */
  public void reachAdmins(String intent, String eventType, MailText text, @Nullable UUID incident) {
    UserQuery admins = new UserQuery(null, Role.ADMIN, true, null);
    for (UserView admin :
        users.list(READER, admins, new PageRequest(PageRequest.MAX_LIMIT, null)).data()) {
      reach(admin, intent, eventType, text, incident);
    }
  }

  /**
   * Tells a person by every way stored, in the current transaction.
   *
   * @param intent names this intent for this person; the way is added to it
   */
  public void reach(
      UserView person, String intent, String eventType, MailText text, @Nullable UUID incident) {
    for (ContactMethodView method : new ContactMethodList(entityManager).of(person)) {
      UUID id = method.id();
      outbox.add(
          new NewDelivery(
              intent + ":" + person.id() + ":" + (id == null ? "account" : id),
              eventType,
              method.kind(),
              ReceiverKind.USER,
              person.id(),
              person.name(),
              method.address(),
              text.subject(),
              text.body(),
              false,
              incident,
              null));
    }
  }
}
