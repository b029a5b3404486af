package dev.tocsin.web.schedules;

import dev.tocsin.schedules.OnCall;
import dev.tocsin.schedules.OnCallNow;
import dev.tocsin.schedules.OnCallSegment;
import dev.tocsin.schedules.OnCallTimeline;
import dev.tocsin.schedules.Person;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    Instant from = soon();
    Map<UUID, String> names = names();
    return onCall.timelines(caller.actor(), from, from.plus(AHEAD)).stream()
        .flatMap(told -> shifts(names.getOrDefault(told.scheduleId(), ""), told, this::isMe))
        .sorted(Comparator.comparing(PlannedShift::start))
        .toList();
  }

  /** Returns the shifts in one schedule that somebody else works alone. */
  public List<PlannedShift> others(UUID scheduleId) {
    Instant from = soon();
    OnCallTimeline told = onCall.timeline(caller.actor(), scheduleId, from, from.plus(AHEAD));
    return shifts("", told, person -> !isMe(person)).filter(shift -> !shift.isShared()).toList();
  }

  /** Returns the schedules' names by their ids. */
  public Map<UUID, String> names() {
    return onCall.current(caller.actor()).stream()
        .collect(Collectors.toMap(OnCallNow::scheduleId, OnCallNow::scheduleName));
  }

  private static Stream<PlannedShift> shifts(
      String schedule, OnCallTimeline told, Predicate<Person> wanted) {
    return told.segments().stream()
        .flatMap(
            segment ->
                segment.users().stream()
                    .filter(person -> person.userId() != null && wanted.test(person))
                    .map(person -> shift(told.scheduleId(), schedule, segment, person)));
  }

  /** A shift that has begun can be passed on only from some moment on that is still to come. */
  private Instant soon() {
    long quarters = (clock.instant().getEpochSecond() + MINUTES_TO_ASK * 60) / (15 * 60) + 1;
    return Instant.ofEpochSecond(quarters * 15 * 60);
  }

  private static PlannedShift shift(
      UUID scheduleId, String schedule, OnCallSegment segment, Person person) {
    return new PlannedShift(
        scheduleId,
        schedule,
        person.name(),
        segment.start(),
        segment.end(),
        segment.isOverride(),
        segment.users().size() > 1);
  }

  private boolean isMe(Person person) {
    return Objects.equals(person.userId(), caller.actor().id());
  }
}
