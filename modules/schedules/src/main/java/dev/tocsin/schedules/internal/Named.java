package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.UserView;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.schedules.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The users behind the names of one command. */
record Named(Map<UUID, UserView> byId, Map<String, UserView> byName) {

  /**
   * Return the person a command means, with name and, where a user matches, id.
   *
   * @param pointer JSON pointer to the object that holds {@code user_name} and {@code user_id}
   * @param faults where it is noted that neither is given or that the id is nobody's
   */
  Person person(Person asked, String pointer, List<Fault> faults) {
    Person person = stripped(asked);
    UUID id = person.userId();
    if (id == null) {
      return byName(person, pointer, faults);
    }
    UserView user = byId.get(id);
    if (user == null) {
      faults.add(new Fault(pointer + "/user_id", "unknown", "there is no such user"));
      return person;
    }
    return person.name().isEmpty() ? new Person(user.name(), id) : person;
  }

  /** Return the person of a free text, with the user whom it means if there is one. */
  Person find(String text) {
    UserView user = byName.get(text);
    return user == null ? new Person(text, null) : new Person(user.name(), user.id());
  }

  private Person byName(Person person, String pointer, List<Fault> faults) {
    if (person.name().isEmpty()) {
      faults.add(
          new Fault(pointer + "/user_name", "required", "a user_name or a user_id is needed"));
      return person;
    }
    UserView user = byName.get(person.name());
    return user == null ? person : new Person(person.name(), user.id());
  }

  /** Return the people a command means, as {@link #person} finds each. */
  List<Person> people(List<Person> asked, String pointer, List<Fault> faults) {
    List<Person> found = new ArrayList<>(asked.size());
    for (Person person : asked) {
      found.add(person(person, pointer + "/" + found.size(), faults));
    }
    return List.copyOf(found);
  }

  static Person stripped(Person person) {
    return new Person(person.name().strip(), person.userId());
  }
}
