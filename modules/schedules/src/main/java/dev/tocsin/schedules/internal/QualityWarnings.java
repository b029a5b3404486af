package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.schedules.Gap;
import dev.tocsin.schedules.OnCallSegment;
import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.QualityWarning;
import dev.tocsin.schedules.Reachability;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what somebody should look at before a schedule is relied upon. */
@Dependent
public class QualityWarnings {

  @Inject private Users users;
  @Inject private Reachability reachability;

  /**
   * Return what is found, that nobody is on first.
   *
   * @param segments the plan's final schedule of the window
   */
  public List<QualityWarning> of(SchedulePlan plan, Window window, List<OnCallSegment> segments) {
    List<QualityWarning> found = new ArrayList<>();
    addNobodyOn(found, SegmentRules.gaps(segments));
    addUnreachable(found, segments);
    addDeactivated(found, plan);
    found.addAll(PlanWarnings.of(plan, window));
    return found;
  }

  private static void addNobodyOn(List<QualityWarning> found, List<Gap> gaps) {
    if (gaps.isEmpty()) {
      return;
    }
    Duration all =
        gaps.stream()
            .map(gap -> Duration.between(gap.start(), gap.end()))
            .reduce(Duration.ZERO, Duration::plus);
    String detail = "Nobody is on for " + all + " in " + gaps.size() + " stretches of time.";
    found.add(new QualityWarning("nobody_on", detail, gaps.get(0).start(), gaps.get(0).end()));
  }

  /** Each person once, with the first time they are on. */
  private void addUnreachable(List<QualityWarning> found, List<OnCallSegment> segments) {
    Map<Person, OnCallSegment> first = new LinkedHashMap<>();
    for (OnCallSegment segment : segments) {
      segment.users().forEach(person -> first.putIfAbsent(person, segment));
    }
    Set<UUID> unreachable = reachability.unreachable(ids(first.keySet().stream()));
    first.forEach(
        (person, on) -> {
          String why =
              person.userId() == null
                  ? " is on call, but no user of Tocsin has that name."
                  : " is on call, but no page would reach them.";
          if (person.userId() == null || unreachable.contains(person.userId())) {
            found.add(new QualityWarning("unreachable", person.name() + why, on.start(), on.end()));
          }
        });
  }

  private void addDeactivated(List<QualityWarning> found, SchedulePlan plan) {
    Set<UUID> named =
        ids(
            Stream.concat(
                plan.layers().stream().flatMap(layer -> layer.terms().participants().stream()),
                plan.overrides().stream().map(override -> override.cover().person())));
    for (UserView user : users.byIds(named).values()) {
      if (!user.active()) {
        found.add(
            new QualityWarning(
                "deactivated_participant",
                user.name() + " takes turns or stands in here, but is deactivated."));
      }
    }
  }

  private static Set<UUID> ids(Stream<Person> people) {
    return people.map(Person::userId).filter(Objects::nonNull).collect(Collectors.toSet());
  }
}
