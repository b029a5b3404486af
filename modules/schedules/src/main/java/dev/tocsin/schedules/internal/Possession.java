package dev.tocsin.schedules.internal;

import dev.tocsin.platform.error.Conflict;
import dev.tocsin.schedules.OnCallSegment;
import dev.tocsin.schedules.Period;
import dev.tocsin.schedules.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/** Checks whose a stretch of time on call is, by the final schedule as it is now. */
@Dependent
public class Possession {

  @Inject private FinalSchedule onCall;

  /**
   * Lets pass when nobody but this person is on call throughout.
   *
   * <p>Time that is shared cannot be swapped: an override puts one person on instead of all.
   *
   * @throws Conflict {@code shared_shift} when others are on as well, {@code not_on_call} when the
   *     person is not, naming who is on call and since when
   */
  public void require(Schedule schedule, Period period, Person person) {
    for (OnCallSegment segment : onCall.between(schedule, period.start(), period.end())) {
      if (segment.users().stream().noneMatch(person::isSameAs)) {
        throw new Conflict(
            "not_on_call",
            "From %s on, %s is on call, not %s."
                .formatted(segment.start(), names(segment.users()), person.name()));
      }
      if (segment.users().size() > 1) {
        throw new Conflict(
            "shared_shift",
            "From %s on, %s share the shift: it cannot be swapped, as one person would stand in for all."
                .formatted(segment.start(), names(segment.users())));
      }
    }
  }

  /**
   * Returns whoever is on call at the beginning of a stretch of time.
   *
   * @throws Conflict when nobody is
   */
  public Person holder(Schedule schedule, Period period) {
    return onCall.at(schedule, period.start()).stream()
        .findFirst()
        .orElseThrow(
            () -> new Conflict("not_on_call", "Nobody is on call at " + period.start() + "."));
  }

  private static String names(List<Person> people) {
    return people.isEmpty()
        ? "nobody"
        : people.stream().map(Person::name).collect(Collectors.joining(" and "));
  }
}
