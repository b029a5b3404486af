package dev.tocsin.incidents.internal;

import dev.tocsin.incidents.EscalationExhausted;
import dev.tocsin.incidents.EscalationPaged;
import dev.tocsin.incidents.EscalationStopped;
import dev.tocsin.incidents.IncidentEvent;
import dev.tocsin.incidents.internal.EscalationPlan.Place;
import dev.tocsin.incidents.internal.EscalationPlan.Skip;
import dev.tocsin.incidents.internal.EscalationPlan.Step;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Actor;
import dev.tocsin.schedules.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs policies for incidents: pages, waits, goes on, stops.
 *
 * <p>The caller holds the lock of the incident, so a page and an answer can never cross: whichever
 * comes first is what the other finds.
 */
@Dependent
public class Escalator {
  private static final Actor SYSTEM = Actor.system("escalation");

  @Inject private EscalationRows rows;
  @Inject private PolicyRows policies;
  @Inject private EscalationTargets targets;
  @Inject private Timeline timeline;
  @Inject private Event<IncidentEvent> events;

  /** Starts a run and pages its first tier in this transaction. */
  Escalation start(Incident incident, PolicyChoice choice, Actor by, Instant now) {
    Escalation escalation =
        new Escalation(
            Ids.next(),
            incident.id(),
            choice.policy(),
            rows.nextRound(incident.id()),
            by.name(),
            now);
    rows.add(escalation);
    go(incident, escalation, choice.policy(), choice.why(), now);
    return escalation;
  }

  /** Does what is due now in a run. */
  void goOn(Incident incident, Escalation escalation, Instant now) {
    Optional<EscalationPolicy> policy = policies.find(escalation.policyId());
    if (policy.filter(EscalationPolicy::isEnabled).isPresent()) {
      go(incident, escalation, policy.get(), null, now);
    } else {
      stop(incident, escalation, "policy_disabled", SYSTEM, now);
    }
  }

  /** Stops the active run of an incident, if there is one. */
  void stop(Incident incident, String reason, Actor by, Instant now) {
    rows.lockActive(incident.id())
        .ifPresent(escalation -> stop(incident, escalation, reason, by, now));
  }

  private void stop(
      Incident incident, Escalation escalation, String reason, Actor by, Instant now) {
    escalation.stop(reason, now);
    timeline.write(
        incident,
        "escalation_stopped",
        by,
        now,
        Timeline.content("reason", reason).with("policy", escalation.policyName()));
    rows.flush();
    events.fire(new EscalationStopped(incident.id(), incident.label(), reason, now));
  }

  private void go(
      Incident incident,
      Escalation escalation,
      EscalationPolicy policy,
      @Nullable String chosen,
      Instant now) {
    EscalationPlan plan = new EscalationPlan(policy.tiers(), policy.repeat(), targets);
    Step step = plan.step(escalation.place(), now);
    step.skips().forEach(skip -> writeSkip(incident, escalation, policy, skip, now));
    if (step.isEnd()) {
      exhaust(incident, escalation, now);
    } else {
      page(incident, escalation, policy, step, chosen, now);
    }
  }

  private void page(
      Incident incident,
      Escalation escalation,
      EscalationPolicy policy,
      Step step,
      @Nullable String chosen,
      Instant now) {
    Place place = Objects.requireNonNull(step.place());
    Targets reached = Objects.requireNonNull(step.targets());
    int round = escalation.roundOf(place);
    List<UUID> userIds =
        reached.people().stream().map(Person::userId).filter(Objects::nonNull).toList();
    escalation.waitAfter(place, Objects.requireNonNull(step.dueAt()));
    rows.notePage(incident.id(), round, place.tier(), userIds, now);
    timeline.write(
        incident,
        "escalated",
        SYSTEM,
        now,
        about(policy, place.tier(), round, reached)
            .with("users", reached.people())
            .with("policy_chosen_by", chosen)
            .with("next_at", String.valueOf(step.dueAt())));
    rows.flush();
    events.fire(
        new EscalationPaged(
            incident.id(),
            incident.label(),
            incident.title(),
            incident.severity(),
            policy.id(),
            place.tier(),
            round,
            userIds,
            now));
  }

  private void writeSkip(
      Incident incident, Escalation escalation, EscalationPolicy policy, Skip skip, Instant now) {
    int round = escalation.roundOf(skip.place());
    timeline.write(
        incident,
        "escalation_skipped",
        SYSTEM,
        now,
        about(policy, skip.place().tier(), round, skip.targets()).with("reason", "empty_tier"));
  }

  private static Timeline.Content about(
      EscalationPolicy policy, int tier, int round, Targets targets) {
    return Timeline.content("policy_id", policy.id())
        .with("policy", policy.name())
        .with("tier_index", tier)
        .with("repeat", round)
        .with("why", targets.why())
        .with("unreachable", targets.unreachable().isEmpty() ? null : targets.unreachable());
  }

  private void exhaust(Incident incident, Escalation escalation, Instant now) {
    escalation.exhaust(now);
    timeline.write(
        incident,
        "escalation_exhausted",
        SYSTEM,
        now,
        Timeline.content("policy", escalation.policyName())
            .with("anybody_paged", escalation.hasPaged()));
    rows.flush();
    events.fire(
        new EscalationExhausted(
            incident.id(),
            incident.label(),
            incident.title(),
            incident.severity(),
            escalation.policyId(),
            escalation.hasPaged(),
            now));
  }
}
