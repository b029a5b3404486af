package dev.tocsin.incidents.internal;

import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.incidents.IncidentAcknowledged;
import dev.tocsin.incidents.IncidentCanceled;
import dev.tocsin.incidents.IncidentEvent;
import dev.tocsin.incidents.IncidentResolved;
import dev.tocsin.incidents.IncidentSeverity;
import dev.tocsin.incidents.IncidentStatus;
import dev.tocsin.incidents.IncidentTriggered;
import dev.tocsin.incidents.NobodyPaged;
import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.schedules.OnCall;
import dev.tocsin.schedules.Responder;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Moves incidents through their lives, with all that follows at once: the timeline, the escalation,
 * the events.
 *
 * <p>But for {@link #open}, the caller holds the lock of the incident.
 */
@Dependent
public class IncidentFlow {
  private static final Actor SYSTEM = Actor.system("incidents");

  @Inject private IncidentRows rows;
  @Inject private Timeline timeline;
  @Inject private Escalator escalator;
  @Inject private PolicyChooser chooser;
  @Inject private OnCall onCall;
  @Inject private Users users;
  @Inject private Settings settings;
  @Inject private Event<IncidentEvent> events;

  /**
   * Opens an incident, finds who leads it and pages the first tier of the policy for it; without a
   * policy it says so, loudly.
   *
   * @param cause the alert it is opened for; null when it is declared by hand
   */
  Incident open(Incident.Beginning beginning, @Nullable Alert cause, Actor by, Instant now) {
    Incident incident = new Incident(Ids.next(), rows.nextNumber(), beginning, by, now);
    Optional<Responder> responder = onCall.responder(now);
    responder.ifPresent(found -> incident.putUnder(found.userId()));
    rows.add(incident);
    timeline.write(incident, "incident_created", by, now, origin(beginning, cause));
    responder.ifPresent(found -> writeCommander(incident, found, now));
    if (cause != null) {
      rows.link(incident, cause, by.name(), now);
    }
    fire(incident, now);
    List<String> severities = new ArrayList<>();
    if (cause != null) {
      severities.add(Code.of(cause.severity()));
    }
    severities.add(Code.of(beginning.severity()));
    chooser
        .choose(responder, severities)
        .ifPresentOrElse(
            choice -> escalator.start(incident, choice, SYSTEM, now),
            () -> writeNobody(incident, now));
    return incident;
  }

  private static Timeline.Content origin(Incident.Beginning beginning, @Nullable Alert cause) {
    return cause == null
        ? Timeline.content("trigger", "manual")
        : Timeline.content("trigger", "alert")
            .with("alert_id", cause.id())
            .with("source", cause.source())
            .with("group_key", beginning.groupKey());
  }

  private void writeCommander(Incident incident, Responder responder, Instant now) {
    timeline.write(
        incident,
        "commander_assigned",
        SYSTEM,
        now,
        Timeline.content("commander_id", responder.userId())
            .with("commander", responder.userName())
            .with("why", "on call in schedule " + responder.scheduleName()));
  }

  private void writeNobody(Incident incident, Instant now) {
    timeline.write(incident, "nobody_paged", SYSTEM, now, Timeline.content("reason", "no_policy"));
    rows.flush();
    events.fire(
        new NobodyPaged(
            incident.id(), incident.label(), incident.title(), incident.severity(), now));
  }

  /** Moves an incident to a state; to the one it is in is no change, but a page still stops. */
  void move(Incident incident, IncidentStatus to, Actor by, Instant now, @Nullable String why) {
    if (incident.status() == to) {
      stopPaging(incident, to, by, now);
      return;
    }
    IncidentStatus from = incident.status();
    incident.moveTo(to, now);
    timeline.write(
        incident,
        "status_changed",
        by,
        now,
        Timeline.content("previous_status", Code.of(from))
            .with("new_status", Code.of(to))
            .with("reason", why));
    stopPaging(incident, to, by, now);
    rows.flush();
    fire(incident, now);
  }

  private void stopPaging(Incident incident, IncidentStatus status, Actor by, Instant now) {
    if (status != IncidentStatus.TRIGGERED) {
      escalator.stop(incident, Code.of(status), by, now);
    }
  }

  /** Resolves an open incident whose alerts all are, unless the operator wants otherwise. */
  void resolveIfQuiet(Incident incident, Instant now) {
    if (incident.status().isOpen() && !rows.hasFiringAlerts(incident.id())) {
      if (settings.require(IncidentSettings.AUTO_RESOLVE)) {
        move(incident, IncidentStatus.RESOLVED, SYSTEM, now, "all alerts are resolved");
      } else {
        escalator.stop(incident, "alerts_resolved", SYSTEM, now);
      }
    }
  }

  void rate(Incident incident, IncidentSeverity severity, Actor by, Instant now) {
    IncidentSeverity before = incident.severity();
    if (before != severity) {
      incident.rate(severity);
      timeline.write(
          incident,
          "severity_changed",
          by,
          now,
          Timeline.content("previous_severity", Code.of(before))
              .with("new_severity", Code.of(severity)));
    }
  }

  /** Puts an incident under a commander; null takes the one away who is. */
  void putUnder(Incident incident, @Nullable UUID commander, Actor by, Instant now) {
    UUID before = incident.commanderId();
    if (Objects.equals(before, commander)) {
      return;
    }
    Optional<UserView> user =
        commander == null ? Optional.empty() : users.find(commander).filter(UserView::active);
    if (commander != null && user.isEmpty()) {
      throw new Rejected("/commander_id", "unknown", "there is no such active user");
    }
    incident.putUnder(commander);
    timeline.write(
        incident,
        "commander_assigned",
        by,
        now,
        Timeline.content("commander_id", commander)
            .with("commander", user.map(UserView::name).orElse(null))
            .with("previous", before));
  }

  private void fire(Incident incident, Instant now) {
    UUID id = incident.id();
    String number = incident.label();
    String title = incident.title();
    IncidentSeverity severity = incident.severity();
    events.fire(
        switch (incident.status()) {
          case TRIGGERED -> new IncidentTriggered(id, number, title, severity, now);
          case ACKNOWLEDGED -> new IncidentAcknowledged(id, number, title, severity, now);
          case RESOLVED -> new IncidentResolved(id, number, title, severity, now);
          case CANCELED -> new IncidentCanceled(id, number, title, severity, now);
        });
  }
}
