package dev.tocsin.ticketing.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is: people stand in a circle in the order of their ids, which does not change when
 * somebody is away for a while.
 */
final class Turns {

  // not UUID's own order, which takes half of them for negative
  private static final Comparator<UUID> CIRCLE = Comparator.comparing(UUID::toString);

  private Turns() {}

  /**
   * Returns people from the one after the last on.
   *
   * @param last whose turn it was, also when not among them; null begins the circle
   */
  static List<UUID> after(@Nullable UUID last, Collection<UUID> people) {
    List<UUID> circle = people.stream().sorted(CIRCLE).toList();
    if (last == null) {
      return circle;
    }
    return Stream.concat(
            circle.stream().filter(person -> CIRCLE.compare(person, last) > 0),
            circle.stream().filter(person -> CIRCLE.compare(person, last) <= 0))
        .toList();
  }

  /** Returns whoever has the least, and of several the first in turn. */
  static UUID leastLoaded(List<UUID> inTurn, Map<UUID, Long> load) {
    return inTurn.stream()
        .min(Comparator.comparingLong(person -> load.getOrDefault(person, 0L)))
        .orElseThrow();
  }
}
