package dev.tocsin.incidents.internal;

import dev.tocsin.incidents.SimulatedSkip;
import dev.tocsin.incidents.SimulatedStep;
import dev.tocsin.incidents.SimulationView;
import dev.tocsin.incidents.internal.EscalationPlan.Place;
import dev.tocsin.incidents.internal.EscalationPlan.Skip;
import dev.tocsin.incidents.internal.EscalationPlan.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Walks a plan to its end as if nobody ever answered. */
final class Simulation {

  private Simulation() {}

  static SimulationView of(UUID policyId, EscalationPlan plan, Instant at) {
    List<SimulatedStep> steps = new ArrayList<>();
    List<SimulatedSkip> skipped = new ArrayList<>();
    Place place = Place.START;
    Instant now = at;
    Step step = plan.step(place, now);
    while (true) {
      for (Skip skip : step.skips()) {
        skipped.add(
            new SimulatedSkip(
                skip.place().tier(), skip.place().round(), now, skip.targets().why()));
      }
      if (step.isEnd()) {
        return new SimulationView(policyId, at, steps, skipped, now);
      }
      place = Objects.requireNonNull(step.place());
      Targets targets = Objects.requireNonNull(step.targets());
      steps.add(
          new SimulatedStep(place.tier(), place.round(), now, targets.people(), targets.why()));
      now = Objects.requireNonNull(step.dueAt());
      step = plan.step(place.next(), now);
    }
  }
}
