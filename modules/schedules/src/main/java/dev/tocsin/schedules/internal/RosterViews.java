package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.LayerTimeline;
import dev.tocsin.schedules.OnCallSegment;
import dev.tocsin.schedules.OnCallView;
import dev.tocsin.schedules.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shows what a plan's roster says to the outside, with the users behind the names. */
@Dependent
public class RosterViews {

  @Inject private People people;

  public OnCallView at(SchedulePlan plan, Instant at) {
    Duty duty = plan.roster().at(at);
    List<Person> users = people.known(duty.people());
    return new OnCallView(
        plan.schedule().id(),
        at,
        duty.firstName(),
        users.isEmpty() ? null : users.get(0).userId(),
        users,
        duty.isOverride(),
        duty.layerId(),
        duty.reason());
  }

  /** Return the final schedule of a window. */
  public List<OnCallSegment> timeline(SchedulePlan plan, Window window) {
    return segments(plan.roster().timeline(window.from(), window.to()), new HashMap<>());
  }

  /** Return each layer's own schedule of a window, the first that is asked first. */
  public List<LayerTimeline> layerTimelines(SchedulePlan plan, Window window) {
    Map<UUID, List<Stretch>> found = plan.roster().layerTimelines(window.from(), window.to());
    Map<List<Person>, List<Person>> known = new HashMap<>();
    List<LayerTimeline> result = new ArrayList<>();
    for (Layer layer : plan.layers()) {
      List<OnCallSegment> segments = segments(found.getOrDefault(layer.id(), List.of()), known);
      LayerTerms terms = layer.terms();
      result.add(new LayerTimeline(layer.id(), terms.name(), terms.orderIndex(), segments));
    }
    return result;
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
