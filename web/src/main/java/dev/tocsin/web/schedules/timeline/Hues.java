package dev.tocsin.web.schedules.timeline;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Gives every person a colour of their own, as long as there are colours left. */
final class Hues {
  /** As many as the style sheet knows. */
  private static final int COLOURS = 10;

  private final Map<String, Integer> known = new HashMap<>();

  /** Returns the colour of a name, the next free one when it is new. */
  int of(String name) {
    int next = known.size() % COLOURS;
    return known.computeIfAbsent(name.toLowerCase(Locale.ROOT), unknown -> next);
  }
}
