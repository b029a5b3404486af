package dev.tocsin.notifications;

import dev.tocsin.accounts.Users;
import dev.tocsin.notifications.internal.ContactMethod;
import dev.tocsin.notifications.internal.ContactMethodList;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.time.Times;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps the ways in which each person can be reached.
 *
 * <p>A person without any is reached at the account's address. People keep their own; an admin
 * keeps anybody's. Every change is audited.
 */
@Stateless
public class ContactMethods {

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  @Inject private Users users;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * Returns the ways to reach a person, the oldest first; never empty.
   *
   * @throws NotFound when there is no such person
   */
  public List<ContactMethodView> list(Actor actor, UUID user) {
    requireOwn(actor, user);
    return new ContactMethodList(entityManager).of(users.require(user));
  }

  /**
   * Adds a way to reach a person.
   *
   * @throws Rejected for a kind that is not offered or an address that is none
   * @throws Conflict when the person has it already
   */
  public ContactMethodView add(Actor actor, UUID user, AddContactMethod command) {
    requireOwn(actor, user);
    Input.check(command);
    if (command.kind() != Channel.EMAIL) {
      throw new Rejected("/kind", "not_offered", "must be email; others are not offered yet");
    }
    users.require(user);
    String address = command.address().strip();
    if (new ContactMethodList(entityManager)
        .stored(user).stream().anyMatch(method -> method.address().equalsIgnoreCase(address))) {
      throw new Conflict("contact_method_exists", "This person has this address already.");
    }
    ContactMethod method = ContactMethod.of(user, command, Times.now(clock));
    entityManager.persist(method);
    entityManager.flush();
    audit(actor, "contact_method.added", method.view());
    return method.view();
  }

  /**
   * Removes a way to reach a person.
   *
   * @throws NotFound when the person has no such way
   */
  public void remove(Actor actor, UUID user, UUID id) {
    requireOwn(actor, user);
    ContactMethod method = entityManager.find(ContactMethod.class, id);
    if (method == null || !method.belongsTo(user)) {
      throw new NotFound("contact method");
    }
    entityManager.remove(method);
    entityManager.flush();
    audit(actor, "contact_method.removed", method.view());
  }

  private void audit(Actor actor, String action, ContactMethodView method) {
    audit.record(
        actor,
        action,
        "user",
        method.userId().toString(),
        Map.of("kind", method.kind(), "address", method.address()));
  }

  private static void requireOwn(Actor actor, UUID user) {
    boolean own = actor.kind() == Actor.Kind.USER && user.equals(actor.id());
    if (!own && !actor.is(Role.ADMIN)) {
      throw new Forbidden("role", "Only the person or an admin may see or change this.");
    }
  }
}
