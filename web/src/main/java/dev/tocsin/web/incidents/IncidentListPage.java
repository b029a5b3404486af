package dev.tocsin.web.incidents;

import dev.tocsin.incidents.IncidentQuery;
import dev.tocsin.incidents.IncidentSeverity;
import dev.tocsin.incidents.IncidentStatus;
import dev.tocsin.incidents.IncidentSummary;
import dev.tocsin.incidents.Incidents;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.web.console.Filters;
import dev.tocsin.web.console.ListPage;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Incidents, newest first; without a word, those that are still open. */
@Named
@ViewScoped
public class IncidentListPage extends ListPage<IncidentSummary> {
  private static final long serialVersionUID = 1L;

  @Inject private Incidents incidents;
  @Inject private Caller caller;

  @Override
  protected Page<IncidentSummary> fetch(Filters wanted, PageRequest request) {
    IncidentQuery query =
        new IncidentQuery(
            wanted.one("status", IncidentStatus.class),
            wanted.one("severity", IncidentSeverity.class),
            null,
            null,
            wanted.text("q"),
            wanted.has("status", null) ? Boolean.TRUE : null);
    return incidents.list(caller.actor(), query, request);
  }

  public IncidentStatus[] getStatuses() {
    return IncidentStatus.values();
  }

  public IncidentSeverity[] getSeverities() {
    return IncidentSeverity.values();
  }
}
