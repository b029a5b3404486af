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

  boolean looksLike(Duty other) {
    return isOverride == other.isOverride && people.equals(other.people);
  }
}
