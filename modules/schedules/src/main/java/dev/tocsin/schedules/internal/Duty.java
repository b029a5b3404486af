package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.Person;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is on, and by what. */
record Duty(List<Person> people, boolean isOverride, @Nullable UUID layerId, String reason) {

  static final Duty NOBODY = new Duty(List.of(), false, null, "no layer has anybody on");

  boolean isNobody() {
    return people.isEmpty();
  }

  String firstName() {
    return people.isEmpty() ? "" : people.get(0).name();
  }

  /** Tell whether the same people are on in the same way, however their names are written. */
  boolean looksLike(Duty other) {
    if (isOverride != other.isOverride || people.size() != other.people.size()) {
      return false;
    }
    for (int i = 0; i < people.size(); i++) {
      if (!people.get(i).isSameAs(other.people.get(i))) {
        return false;
      }
    }
    return true;
  }
}
