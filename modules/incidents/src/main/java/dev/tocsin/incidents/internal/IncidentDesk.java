package dev.tocsin.incidents.internal;

import dev.tocsin.incidents.AddTimelineMessage;
import dev.tocsin.incidents.ChangeIncident;
import dev.tocsin.incidents.DeclareIncident;
import dev.tocsin.incidents.EscalationView;
import dev.tocsin.incidents.IncidentSeverity;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.time.Times;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What people do to incidents. The caller holds the lock of the incident that is changed. */
@Dependent
public class IncidentDesk {
  private static final UUID NIL = new UUID(0, 0);
  private static final int LONGEST_MESSAGE = 10_000;

  @Inject private IncidentRows rows;
  @Inject private IncidentFlow flow;
  @Inject private Escalator escalator;
  @Inject private EscalationRows escalations;
  @Inject private PolicyRows policies;
  @Inject private Timeline timeline;
  @Inject private Clock clock;

  public Incident declare(DeclareIncident command, Actor by) {
    IncidentSeverity severity =
        command.severity() == null ? IncidentSeverity.MEDIUM : command.severity();
    Incident.Beginning beginning =
        new Incident.Beginning(
            command.title().strip(), command.description(), severity, null, Map.of());
    return flow.open(beginning, null, by, Times.now(clock));
  }

  public void change(Incident incident, ChangeIncident command, Actor by) {
    Instant now = Times.now(clock);
    if (command.severity() != null) {
      flow.rate(incident, command.severity(), by, now);
    }
    if (command.summary() != null) {
      incident.summarize(command.summary().isBlank() ? null : command.summary());
    }
    if (command.commanderId() != null) {
      UUID commander = command.commanderId().equals(NIL) ? null : command.commanderId();
      flow.putUnder(incident, commander, by, now);
    }
    if (command.status() != null) {
      flow.move(incident, command.status(), by, now, null);
    }
    rows.flush();
  }

  public TimelineEntry say(Incident incident, AddTimelineMessage command, Actor by) {
    if (!command.type().equals("message")) {
      throw new Rejected("/type", "invalid", "must be message");
    }
    Object text = command.content().getOrDefault("text", command.content().get("message"));
    if (!(text instanceof String said) || said.isBlank() || said.length() > LONGEST_MESSAGE) {
      throw new Rejected(
          "/content/text", "required", "must be a text of 1 to " + LONGEST_MESSAGE + " characters");
    }
    Map<String, Object> content = Timeline.content("text", StorableText.of(said)).map();
    return timeline.write(incident, "message", by, Times.now(clock), content);
  }

  public EscalationView escalate(Incident incident, UUID policyId, Actor by) {
    EscalationPolicy policy = policies.require(policyId);
    if (!policy.isEnabled()) {
      throw new Conflict("policy_disabled", "This escalation policy is disabled.");
    }
    if (!incident.status().isOpen()) {
      throw new Conflict("incident_closed", "The incident is over; nobody is paged for it.");
    }
    Optional<Escalation> active = escalations.lockActive(incident.id());
    if (active.isPresent() && active.get().policyId().equals(policyId)) {
      return active.get().view();
    }
    Instant now = Times.now(clock);
    escalator.stop(incident, "superseded", by, now);
    PolicyChoice choice = new PolicyChoice(policy, "escalated by " + by.name());
    return escalator.start(incident, choice, by, now).view();
  }

  public Optional<EscalationView> escalation(UUID incidentId) {
    return escalations.latest(incidentId).map(Escalation::view);
  }
}
