package dev.tocsin.notifications.internal;

import dev.tocsin.accounts.UserView;
import dev.tocsin.notifications.ContactMethodView;
import dev.tocsin.notifications.ReceiverKind;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.settings.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes one delivery for each way to reach a person. */
@Stateless
public class Pager {

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  @Inject private Outbox outbox;
  @Inject private Settings settings;

  /** Returns links into the console as it is reached now. */
  public Links links() {
    return new Links(settings.require(NotificationSettings.BASE_URL));
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
