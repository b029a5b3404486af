package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.OnCallSegment;
import dev.tocsin.schedules.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An instant at which others are on call than before.
 *
 * @param outgoing who was on call until then and is no longer
 * @param incoming who is on call from then on and was not before
 * @param onCall everybody on call from then on; empty for nobody
 */
record Handoff(Instant at, List<Person> outgoing, List<Person> incoming, List<Person> onCall) {

  /** Return the handoffs within a final schedule, in order; its beginning is none. */
  static List<Handoff> in(List<OnCallSegment> segments) {
    List<Handoff> found = new ArrayList<>();
    for (int i = 1; i < segments.size(); i++) {
      List<Person> before = segments.get(i - 1).users();
      OnCallSegment now = segments.get(i);
      Handoff handoff =
          new Handoff(
              now.start(), without(before, now.users()), without(now.users(), before), now.users());
      if (!handoff.isNone()) {
        found.add(handoff);
      }
    }
    return found;
  }

  /** Return what there is to say of an instant at which the same people stay on call. */
  static Handoff none(Instant at, List<Person> onCall) {
    return new Handoff(at, List.of(), List.of(), onCall);
  }

  /** Tell whether the same people stay, whatever put them there. */
  boolean isNone() {
    return outgoing.isEmpty() && incoming.isEmpty();
  }

  /** Return those of the one list who are not in the other. */
  static List<Person> without(List<Person> people, List<Person> others) {
    return people.stream().filter(p -> others.stream().noneMatch(p::isSameAs)).toList();
  }
}
