package dev.tocsin.incidents.internal;

import dev.tocsin.schedules.Person;
import java.util.List;

/**
 * Whom a tier reaches at one instant.
 *
 * @param people users who can be paged, each once
 * @param unreachable names that belong to no active user
 * @param why how each was found, in words a person can read
 */
record Targets(List<Person> people, List<String> unreachable, String why) {

  boolean reachNobody() {
    return people.isEmpty();
  }
}
