package dev.tocsin.incidents.internal;

import dev.tocsin.incidents.AcknowledgeAlert;
import dev.tocsin.incidents.IncidentStatus;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.time.Times;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** What follows when somebody answers an alert. The caller holds the lock of the alert. */
@Dependent
public class AlertAnswer {

  @Inject private IncidentRows incidents;
  @Inject private IncidentFlow flow;
  @Inject private Timeline timeline;
  @Inject private Clock clock;

  public void acknowledge(Alert alert, AcknowledgeAlert command, Actor by) {
    Instant now = Times.now(clock);
    boolean program = by.kind() == Actor.Kind.API_TOKEN && command.userName() != null;
    String name = program ? String.valueOf(command.userName()) : by.name();
    if (!alert.acknowledge(name, now)) {
      return;
    }
    incidents.flush();
    if (alert.incidentId() != null) {
      answer(incidents.lock(alert.incidentId()), alert, name, command, by, now);
    }
  }

  private void answer(
      Incident incident,
      Alert alert,
      String name,
      AcknowledgeAlert command,
      Actor by,
      Instant now) {
    timeline.write(
        incident,
        "alert_acknowledged",
        by,
        now,
        Timeline.content("alert_id", alert.id())
            .with("acknowledged_by", name)
            .with("via", command.acknowledgedVia() == null ? "api" : command.acknowledgedVia()));
    if (incident.status().isOpen()) {
      flow.move(incident, IncidentStatus.ACKNOWLEDGED, by, now, "an alert was acknowledged");
    }
  }
}
