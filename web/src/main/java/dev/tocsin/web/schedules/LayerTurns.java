package dev.tocsin.web.schedules;

import dev.tocsin.schedules.Person;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who takes turns in a layer, as it is typed: a name a line, in the order of their turns. */
public class LayerTurns implements Serializable {
  private static final long serialVersionUID = 1L;

  private String names = "";
  private Map<String, UUID> known = Map.of();

  void fill(List<Person> participants) {
    names = participants.stream().map(Person::name).collect(Collectors.joining("\n"));
    known =
        participants.stream()
            .filter(person -> person.userId() != null)
            .collect(Collectors.toMap(Person::name, Person::userId, (one, same) -> one));
  }

  boolean isEmpty() {
    return names.isBlank();
  }

  /** Returns the people; a name that was there before still means the same user. */
  List<Person> people() {
    return names
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> new Person(line, known.get(line)))
        .toList();
  }

  public String getNames() {
    return names;
  }

  public void setNames(String names) {
    this.names = names;
  }
}
