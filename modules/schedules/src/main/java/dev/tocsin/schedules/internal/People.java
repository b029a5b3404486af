package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.schedules.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Matches names in schedules to users. */
@Dependent
public class People {

  @Inject private Users users;

  /**
   * Returns the person a command means, with name and, where a user matches, id.
   *
   * @param pointer JSON pointer to the object that holds {@code user_name} and {@code user_id}
   * @param faults where it is noted that neither is given or that the id is nobody's
   */
  Person named(
      @Nullable String userName, @Nullable UUID userId, String pointer, List<Fault> faults) {
    String name = userName == null ? "" : userName.strip();
    if (userId == null && name.isEmpty()) {
      faults.add(
          new Fault(pointer + "/user_name", "required", "a user_name or a user_id is needed"));
      return new Person("", null);
    }
    if (userId == null) {
      return new Person(name, users.byName(name).map(UserView::id).orElse(null));
    }
    Optional<UserView> user = users.find(userId);
    if (user.isEmpty()) {
      faults.add(new Fault(pointer + "/user_id", "unknown", "there is no such user"));
    }
    return new Person(name.isEmpty() ? user.map(UserView::name).orElse("") : name, userId);
  }

  /** Returns the people a command means, as {@link #named} finds each. */
  List<Person> named(List<Person> people, String pointer, List<Fault> faults) {
    List<Person> found = new ArrayList<>(people.size());
    for (Person person : people) {
      String at = pointer + "/" + found.size();
      found.add(named(person.userName(), person.userId(), at, faults));
    }
    return List.copyOf(found);
  }

  /**
   * Returns the same people; those who had no user when they were written down may have one now.
   */
  public List<Person> known(List<Person> people) {
    return people.stream().map(this::known).toList();
  }

  private Person known(Person person) {
    if (person.userId() != null) {
      return person;
    }
    return users.byName(person.name()).map(u -> new Person(person.name(), u.id())).orElse(person);
  }
}
