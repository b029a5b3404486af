package dev.tocsin.web.alerts;

import dev.tocsin.incidents.AcknowledgeAlert;
import dev.tocsin.incidents.AlertQuery;
import dev.tocsin.incidents.AlertSeverity;
import dev.tocsin.incidents.AlertStatus;
import dev.tocsin.incidents.AlertSummary;
import dev.tocsin.incidents.AlertView;
import dev.tocsin.incidents.Alerts;
import dev.tocsin.persistence.Page;
import dev.tocsin.web.rest.Bodies;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Alerts as they stand. */
@Path("alerts")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AlertResource {

  @Inject private Alerts alerts;
  @Inject private Caller caller;
  @Context private HttpServletRequest request;

  /** Lists alerts. */
  @GET
  @Doc("Lists alerts, the newest received first.")
  public Page<AlertSummary> list(
      @QueryParam("source") @Nullable String source,
      @QueryParam("status") @Nullable AlertStatus status,
      @QueryParam("severity") @Nullable AlertSeverity severity,
      @QueryParam("incident_id") @Nullable String incidentId,
      @QueryParam("q") @Nullable String q,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    AlertQuery query = new AlertQuery(source, status, severity, incidentId, q);
    return alerts.list(caller.actor(), query, Paging.of(limit, cursor));
  }

  /** Returns an alert. */
  @GET
  @Path("{id}")
  @Doc("Returns an alert.")
  public AlertView get(@PathParam("id") UUID id) {
    return alerts.require(caller.actor(), id);
  }

  /** Acknowledges an alert. */
  @POST
  @Path("{id}/acknowledge")
  @Consumes(MediaType.WILDCARD)
  @Doc(
      value = "Acknowledges an alert; the first to do so stays named.",
      status = 204,
      body = AcknowledgeAlert.class)
  public void acknowledge(@PathParam("id") UUID id) {
    AcknowledgeAlert command = Bodies.optional(request, AcknowledgeAlert.class);
    alerts.acknowledge(
        caller.actor(), id, command == null ? new AcknowledgeAlert(null, null) : command);
  }
}
