package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.schedules.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides for whom somebody may act on a request. */
@Dependent
public class Concerned {
  private static final Set<Role> ON_CALL = Set.of(Role.ADMIN, Role.AGENT);

  @Inject private Users users;

  /**
   * Returns the person for whom the actor acts: the actor, or for an admin whoever is named.
   *
   * @param userId null for the actor
   * @param pointer JSON pointer to {@code userId}
   * @throws Forbidden when it is somebody else and the actor is no admin
   * @throws Rejected when nobody who works here is meant
   */
  public Person behind(Actor actor, @Nullable UUID userId, String pointer) {
    actor.require(Role.ADMIN, Role.AGENT);
    UUID own = own(actor);
    if (userId == null && own == null) {
      throw new Rejected(pointer, "required", "must name a user, as a program has no shifts");
    }
    UUID meant = userId == null ? Objects.requireNonNull(own) : userId;
    if (!meant.equals(own) && !actor.is(Role.ADMIN)) {
      throw notYours();
    }
    return staff(new Person(null, meant), pointer);
  }

  /** Lets pass the person and admins. */
  public void require(Actor actor, @Nullable Person person) {
    actor.require(Role.ADMIN, Role.AGENT);
    boolean theirs = person != null && Objects.equals(person.userId(), own(actor));
    if (!theirs && !actor.is(Role.ADMIN)) {
      throw notYours();
    }
  }

  /**
   * Returns the active admin or agent who is meant, by id or by name.
   *
   * @throws Rejected when there is none
   */
  public Person staff(Person meant, String pointer) {
    UUID id = meant.userId();
    return (id == null ? users.byName(meant.name()) : users.find(id))
        .filter(UserView::active)
        .filter(user -> ON_CALL.contains(user.role()))
        .map(user -> new Person(user.name(), user.id()))
        .orElseThrow(() -> new Rejected(pointer, "unknown", "must be an active agent or admin"));
  }

  /** Returns the user who acts; null for a program. */
  static @Nullable UUID own(Actor actor) {
    return actor.kind() == Actor.Kind.USER ? actor.id() : null;
  }

  private static Forbidden notYours() {
    return new Forbidden("not_yours", "Only the people concerned and admins may do this.");
  }
}
