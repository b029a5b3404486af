package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.schedules.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Matches names in schedules to users. */
@Dependent
public class People {

  @Inject private Users users;

  /** Returns the same people; those who had no user when written down may have one now. */
  public List<Person> known(List<Person> people) {
    return known(Set.of(people)).getOrDefault(people, people);
  }

  /** Returns by the group what {@link #known(List)} would; all are looked up at once. */
  Map<List<Person>, List<Person>> known(Set<List<Person>> groups) {
    Map<String, UserView> byName = users.byNames(nameless(groups.stream().flatMap(List::stream)));
    return groups.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                group -> group.stream().map(person -> known(person, byName)).toList()));
  }

  private static Person known(Person person, Map<String, UserView> byName) {
    UserView user = person.userId() == null ? byName.get(person.name()) : null;
    return user == null ? person : new Person(person.name(), user.id());
  }

  /** Looks up everybody whom a command means; what is wrong with them {@link Named} tells. */
  Named named(Stream<Person> people) {
    List<Person> all = people.map(Named::stripped).toList();
    Set<UUID> ids =
        all.stream().map(Person::userId).filter(Objects::nonNull).collect(Collectors.toSet());
    return new Named(users.byIds(ids), users.byNames(nameless(all.stream())));
  }

  /** Return the names of those of whom no more is known. */
  private static Set<String> nameless(Stream<Person> people) {
    return people
        .filter(person -> person.userId() == null && !person.name().isEmpty())
        .map(Person::name)
        .collect(Collectors.toSet());
  }
}
