package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.LayerTimeline;
import dev.tocsin.schedules.OnCallSegment;
import dev.tocsin.schedules.OnCallView;
import dev.tocsin.schedules.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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
    return segments(List.of(plan.roster().timeline(window.from(), window.to()))).get(0);
  }

  /** Return each layer's own schedule of a window, the first that is asked first. */
  public List<LayerTimeline> layerTimelines(SchedulePlan plan, Window window) {
    Map<UUID, List<Stretch>> found = plan.roster().layerTimelines(window.from(), window.to());
    List<List<OnCallSegment>> segments = segments(List.copyOf(found.values()));
    List<LayerTimeline> result = new ArrayList<>();
    for (Layer layer : plan.layers()) {
      LayerTerms terms = layer.terms();
      result.add(
          new LayerTimeline(
              layer.id(), terms.name(), terms.orderIndex(), segments.get(result.size())));
    }
    return result;
  }

  /** The same few people come again and again; all are looked up at once. */
  private List<List<OnCallSegment>> segments(List<List<Stretch>> timelines) {
    Set<List<Person>> groups =
        timelines.stream()
            .flatMap(List::stream)
            .map(stretch -> stretch.duty().people())
            .collect(Collectors.toSet());
    Map<List<Person>, List<Person>> known = people.known(groups);
    return timelines.stream().map(t -> t.stream().map(s -> segment(s, known)).toList()).toList();
  }

  private static OnCallSegment segment(Stretch stretch, Map<List<Person>, List<Person>> known) {
    Duty duty = stretch.duty();
    List<Person> users = known.getOrDefault(duty.people(), duty.people());
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
