package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.OnCallSegment;
import dev.tocsin.schedules.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Who is on call by a schedule as it is stored now, to go by in the same transaction. */
@Dependent
public class FinalSchedule {

  @Inject private PlanRows plans;
  @Inject private RosterViews rosters;

  /** Returns everybody on call at an instant. */
  List<Person> at(Schedule schedule, Instant at) {
    return rosters.at(plans.plan(schedule, at), at).users();
  }

  /** Returns the segments of a window; {@code to} is exclusive. */
  List<OnCallSegment> between(Schedule schedule, Instant from, Instant to) {
    return rosters.timeline(plans.plan(schedule, from), new Window(from, to));
  }
}
