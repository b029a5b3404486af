package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.Warning;
import dev.tocsin.persistence.Code;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.RequestState;
import dev.tocsin.schedules.ScheduleEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Moves requests from state to state, tells it to those concerned and records it. */
@Dependent
public class ShiftRequestMoves {

  @Inject private ShiftRequestRows requests;
  @Inject private ScheduleRows rows;
  @Inject private People people;
  @Inject private Audit audit;
  @Inject private Event<ScheduleEvent> events;

  /** Moves a locked request and tells it; the last thing in a command. */
  public void move(
      Actor actor, Schedule schedule, ShiftRequest request, RequestState to, Instant now) {
    request.moveTo(to, actor.name(), now);
    tell(actor, schedule, request, List.of(), now);
  }

  /** Tells where a request stands now to everybody it names but the actor, and records it. */
  public void tell(
      Actor actor, Schedule schedule, ShiftRequest request, List<Warning> warnings, Instant now) {
    requests.flush();
    events.fire(request.moved(schedule, warnings, concerned(actor, schedule, request), now));
    audit.record(
        actor,
        "schedule." + request.kind() + "_" + Code.of(request.state()),
        "schedule",
        schedule.id().toString(),
        Map.of("request", request.view(warnings)));
  }

  private List<UUID> concerned(Actor actor, Schedule schedule, ShiftRequest request) {
    boolean open = request.state() == RequestState.OFFERED && request.isForAnybody();
    return Stream.concat(
            request.people().stream(), open ? participants(schedule) : Stream.<Person>empty())
        .map(Person::userId)
        .filter(Objects::nonNull)
        .filter(user -> !user.equals(actor.id()))
        .distinct()
        .toList();
  }

  /** Returns everybody who takes turns in a schedule. */
  private Stream<Person> participants(Schedule schedule) {
    return rows.layers(schedule.id()).stream()
        .flatMap(layer -> people.known(layer.view().participants()).stream());
  }
}
