package dev.tocsin.ticketing.internal;

import dev.tocsin.ticketing.HistoryView.Shift;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what a change really changed, for the history. */
final class Changes {

  private final Map<String, Shift> made = new LinkedHashMap<>();

  /** Returns the wanted value and notes it, or the value there when nothing is wanted. */
  <T> T of(String property, T current, @Nullable T wanted) {
    if (wanted == null || wanted.equals(current)) {
      return current;
    }
    note(property, current, wanted);
    return wanted;
  }

  /** Returns the wanted value, which may be none, and notes it when it differs. */
  <T> @Nullable T patched(String property, @Nullable T current, @Nullable T wanted) {
    if (!Objects.equals(current, wanted)) {
      note(property, current, wanted);
    }
    return wanted;
  }

  void note(String property, @Nullable Object from, @Nullable Object to) {
    made.put(property, new Shift(from, to));
  }

  boolean isEmpty() {
    return made.isEmpty();
  }

  /** Returns whether any of these properties changed. */
  boolean touch(String... properties) {
    return Stream.of(properties).anyMatch(made::containsKey);
  }

  Map<String, Shift> made() {
    return Map.copyOf(made);
  }
}
