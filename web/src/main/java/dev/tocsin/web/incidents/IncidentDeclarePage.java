package dev.tocsin.web.incidents;

import dev.tocsin.incidents.DeclareIncident;
import dev.tocsin.incidents.IncidentSeverity;
import dev.tocsin.incidents.IncidentView;
import dev.tocsin.incidents.Incidents;
import dev.tocsin.platform.Role;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Declares an incident that no alert has told yet. */
@Named
@ViewScoped
public class IncidentDeclarePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Incidents incidents;
  @Inject private Caller caller;

  private String title = "";
  private String description = "";
  private IncidentSeverity severity = IncidentSeverity.MEDIUM;

  /** Lets only those in who may declare. */
  public void load() {
    caller.actor().require(Role.ADMIN, Role.AGENT);
  }

  /** Declares the incident and goes there. */
  public String declare() {
    DeclareIncident command =
        new DeclareIncident(title, severity, description.isBlank() ? null : description);
    IncidentView declared = incidents.declare(caller.actor(), command);
    Messages.done("incidents.declared", declared.number());
    return "/console/incidents/detail?faces-redirect=true&id=" + declared.number();
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  public IncidentSeverity getSeverity() {
    return severity;
  }

  public void setSeverity(IncidentSeverity severity) {
    this.severity = severity;
  }

  public IncidentSeverity[] getSeverities() {
    return IncidentSeverity.values();
  }
}
