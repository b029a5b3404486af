package dev.tocsin.notifications.internal;

import dev.tocsin.accounts.UserView;
import dev.tocsin.notifications.Channel;
import dev.tocsin.notifications.ContactMethodView;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Reads the ways to reach people. */
public final class ContactMethodList {

  private final EntityManager entityManager;

  public ContactMethodList(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /** Returns the ways to reach a person, the account's own address when none is stored. */
  public List<ContactMethodView> of(UserView person) {
    List<ContactMethodView> stored = stored(person.id());
    return stored.isEmpty() ? List.of(account(person)) : stored;
  }

  /** Returns what is stored, the oldest first. */
  public List<ContactMethodView> stored(UUID user) {
    return entityManager
        .createQuery(
            "SELECT m FROM ContactMethod m WHERE m.userId = :user ORDER BY m.id",
            ContactMethod.class)
        .setParameter("user", user)
        .getResultStream()
        .map(ContactMethod::view)
        .toList();
  }

  private static ContactMethodView account(UserView person) {
    return new ContactMethodView(
        null, person.id(), Channel.EMAIL, person.email(), null, null, person.version());
  }
}
