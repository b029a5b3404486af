package dev.tocsin.web.incidents;

import dev.tocsin.incidents.AddTimelineMessage;
import dev.tocsin.incidents.AlertSummary;
import dev.tocsin.incidents.ChangeIncident;
import dev.tocsin.incidents.EscalationView;
import dev.tocsin.incidents.IncidentStatus;
import dev.tocsin.incidents.IncidentView;
import dev.tocsin.incidents.Incidents;
import dev.tocsin.incidents.TimelineEntryView;
import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One incident: what happened, who is being paged, and the buttons that stop it. */
@Named
@ViewScoped
public class IncidentPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final PageRequest NEWEST = new PageRequest(100, null);

  @Inject private Incidents incidents;
  @Inject private Caller caller;

  private String id = "";
  private @Nullable IncidentView incident;
  private @Nullable EscalationView escalation;
  private List<TimelineEntryView> timeline = List.of();
  private List<AlertSummary> alerts = List.of();
  private String message = "";

  /** Loads the incident as it is now. */
  public void load() {
    incident = incidents.require(caller.actor(), id);
    escalation = incidents.escalation(caller.actor(), id).orElse(null);
    timeline = incidents.timeline(caller.actor(), id, NEWEST, true).data();
    alerts = incidents.alerts(caller.actor(), id);
  }

  /** Moves the incident to another state. */
  public void move(IncidentStatus to) {
    incidents.change(caller.actor(), id, new ChangeIncident(to, null, null, null), null);
    load();
  }

  /** Returns whether a state, by its wire name, may follow. */
  public boolean may(String state) {
    return incident != null
        && incident.allowed().stream().anyMatch(next -> Code.of(next).equals(state));
  }

  /** Writes into the timeline. */
  public void say() {
    incidents.addTimelineMessage(
        caller.actor(), id, new AddTimelineMessage("message", Map.of("text", message)));
    message = "";
    load();
  }

  /** Returns the incident; null before it is loaded. */
  public @Nullable IncidentView getIncident() {
    return incident;
  }

  /** Returns the latest escalation; null when nobody was ever paged. */
  public @Nullable EscalationView getEscalation() {
    return escalation;
  }

  public List<TimelineEntryView> getTimeline() {
    return timeline;
  }

  public List<AlertSummary> getAlerts() {
    return alerts;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getMessage() {
    return message;
  }

  public void setMessage(String message) {
    this.message = message;
  }
}
