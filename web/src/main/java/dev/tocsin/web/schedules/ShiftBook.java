package dev.tocsin.web.schedules;

import dev.tocsin.schedules.OnCall;
import dev.tocsin.schedules.OnCallNow;
import dev.tocsin.schedules.OnCallSegment;
import dev.tocsin.schedules.Person;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

/** The shifts of the next weeks by person: the reader's own, and those of colleagues. */
@RequestScoped
public class ShiftBook {
  private static final Duration AHEAD = Duration.ofDays(56);
  private static final int MINUTES_TO_ASK = 5;

  @Inject private OnCall onCall;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /** Returns the reader's shifts in all schedules, the next first. */
  public List<PlannedShift> mine() {
    List<PlannedShift> found = new ArrayList<>();
    for (OnCallNow schedule : schedules()) {
      found.addAll(shifts(schedule, this::isMe));
    }
    found.sort(Comparator.comparing(PlannedShift::start));
    return found;
  }

  /** Returns the shifts of everybody else in one schedule; none of an unknown one. */
  public List<PlannedShift> others(UUID scheduleId) {
    return schedules().stream()
        .filter(schedule -> schedule.scheduleId().equals(scheduleId))
        .flatMap(schedule -> shifts(schedule, person -> !isMe(person)).stream())
        .toList();
  }

  /** Returns the schedules with who is on call now. */
  public List<OnCallNow> schedules() {
    return onCall.current(caller.actor());
  }

  private List<PlannedShift> shifts(OnCallNow schedule, Predicate<Person> wanted) {
    Instant from = soon();
    List<PlannedShift> found = new ArrayList<>();
    for (OnCallSegment segment :
        onCall.timeline(caller.actor(), schedule.scheduleId(), from, from.plus(AHEAD)).segments()) {
      segment.users().stream()
          .filter(person -> person.userId() != null && wanted.test(person))
          .map(person -> shift(schedule, segment, person))
          .forEach(found::add);
    }
    return found;
  }

  /** A shift that has begun can be passed on only from some moment on that is still to come. */
  private Instant soon() {
    long quarters = (clock.instant().getEpochSecond() + MINUTES_TO_ASK * 60) / (15 * 60) + 1;
    return Instant.ofEpochSecond(quarters * 15 * 60);
  }

  private static PlannedShift shift(OnCallNow schedule, OnCallSegment segment, Person person) {
    return new PlannedShift(
        schedule.scheduleId(),
        schedule.scheduleName(),
        person.name(),
        segment.start(),
        segment.end(),
        segment.isOverride());
  }

  private boolean isMe(Person person) {
    return Objects.equals(person.userId(), caller.actor().id());
  }
}
