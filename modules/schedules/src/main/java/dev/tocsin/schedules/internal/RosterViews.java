package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.LayerTimelines;
import dev.tocsin.schedules.OnCallSegment;
import dev.tocsin.schedules.OnCallTimeline;
import dev.tocsin.schedules.OnCallView;
import dev.tocsin.schedules.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shows what a roster says to the outside, with the users behind the names. */
@Dependent
public class RosterViews {

  @Inject private ScheduleRows rows;
  @Inject private People people;

  public OnCallView at(Schedule schedule, Instant at) {
    Duty duty = rows.roster(schedule, at).at(at);
    List<Person> users = people.known(duty.people());
    return new OnCallView(
        schedule.id(),
        at,
        duty.firstName(),
        users.isEmpty() ? null : users.get(0).userId(),
        users,
        duty.isOverride(),
        duty.layerId(),
        duty.reason());
  }

  public OnCallTimeline timeline(Schedule schedule, Window window) {
    List<Stretch> stretches =
        rows.roster(schedule, window.from()).timeline(window.from(), window.to());
    List<OnCallSegment> segments = segments(stretches, new HashMap<>());
    return new OnCallTimeline(schedule.id(), window.from(), window.to(), segments);
  }

  public LayerTimelines layerTimelines(Schedule schedule, Window window) {
    Roster roster = rows.roster(schedule, window.from());
    Map<List<Person>, List<Person>> known = new HashMap<>();
    Map<UUID, List<OnCallSegment>> layers = new LinkedHashMap<>();
    roster
        .layerTimelines(window.from(), window.to())
        .forEach((layer, stretches) -> layers.put(layer, segments(stretches, known)));
    List<OnCallSegment> effective = segments(roster.timeline(window.from(), window.to()), known);
    return new LayerTimelines(schedule.id(), window.from(), window.to(), layers, effective);
  }

  /** The same few people come again and again; each is looked up once. */
  private List<OnCallSegment> segments(
      List<Stretch> stretches, Map<List<Person>, List<Person>> known) {
    return stretches.stream()
        .map(s -> segment(s, known.computeIfAbsent(s.duty().people(), people::known)))
        .toList();
  }

  private static OnCallSegment segment(Stretch stretch, List<Person> users) {
    Duty duty = stretch.duty();
    return new OnCallSegment(
        stretch.start(),
        stretch.end(),
        duty.firstName(),
        users,
        duty.isOverride(),
        duty.layerId(),
        duty.reason());
  }
}
