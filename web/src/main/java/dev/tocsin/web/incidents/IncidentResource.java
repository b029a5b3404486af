package dev.tocsin.web.incidents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tocsin.incidents.AddTimelineMessage;
import dev.tocsin.incidents.AlertSummary;
import dev.tocsin.incidents.ChangeIncident;
import dev.tocsin.incidents.DeclareIncident;
import dev.tocsin.incidents.EscalateIncident;
import dev.tocsin.incidents.EscalationView;
import dev.tocsin.incidents.IncidentQuery;
import dev.tocsin.incidents.IncidentSeverity;
import dev.tocsin.incidents.IncidentStatus;
import dev.tocsin.incidents.IncidentSummary;
import dev.tocsin.incidents.IncidentView;
import dev.tocsin.incidents.Incidents;
import dev.tocsin.incidents.TimelineEntryView;
import dev.tocsin.persistence.Page;
import dev.tocsin.platform.Actor;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Creating;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.IfMatch;
import dev.tocsin.web.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Incidents. */
@Path("incidents")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class IncidentResource {

  @Inject private Incidents incidents;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** An incident with its alerts and the beginning of its timeline. */
  public record IncidentDetail(
      @JsonUnwrapped IncidentView incident,
      List<AlertSummary> alerts,
      List<TimelineEntryView> timeline) {}

  /** Lists incidents. */
  @GET
  @Doc("Lists incidents, the newest first.")
  public Page<IncidentSummary> list(
      @QueryParam("status") @Nullable IncidentStatus status,
      @QueryParam("severity") @Nullable IncidentSeverity severity,
      @QueryParam("created_after") @Nullable Instant createdAfter,
      @QueryParam("created_before") @Nullable Instant createdBefore,
      @QueryParam("q") @Nullable String q,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    IncidentQuery query = new IncidentQuery(status, severity, createdAfter, createdBefore, q, null);
    return incidents.list(caller.actor(), query, Paging.of(limit, cursor));
  }

  /** Declares an incident by hand. */
  @POST
  @Doc(value = "Declares an incident by hand.", status = 201, answers = IncidentView.class)
  public Response declare(DeclareIncident command) {
    return creating.once(() -> incidents.declare(caller.actor(), command), IncidentView::id);
  }

  /** Returns an incident. */
  @GET
  @Path("{id}")
  @Doc("Returns an incident by its id or number, with its alerts and first timeline entries.")
  public IncidentDetail get(@PathParam("id") String ref) {
    Actor actor = caller.actor();
    return new IncidentDetail(
        incidents.require(actor, ref),
        incidents.alerts(actor, ref),
        incidents.timeline(actor, ref, Paging.of(null, null), false).data());
  }

  /** Changes an incident. */
  @PATCH
  @Path("{id}")
  @Doc(value = "Changes an incident, or moves it on.", failures = 409)
  public IncidentView change(
      @PathParam("id") String ref,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      ChangeIncident command) {
    return incidents.change(caller.actor(), ref, command, IfMatch.version(ifMatch));
  }

  /** Lists what happened. */
  @GET
  @Path("{id}/timeline")
  @Doc("Lists what happened, the oldest first.")
  public Page<TimelineEntryView> timeline(
      @PathParam("id") String ref,
      @QueryParam("newest_first") @Nullable Boolean newestFirst,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return incidents.timeline(
        caller.actor(), ref, Paging.of(limit, cursor), Boolean.TRUE.equals(newestFirst));
  }

  /** Adds a note. */
  @POST
  @Path("{id}/timeline")
  @Doc(
      value = "Adds a message; the timeline only ever grows.",
      status = 201,
      answers = TimelineEntryView.class)
  public Response note(@PathParam("id") String ref, AddTimelineMessage command) {
    return creating.once(() -> incidents.addTimelineMessage(caller.actor(), ref, command), null);
  }

  /** Calls for help by hand. */
  @POST
  @Path("{id}/escalate")
  @Doc(
      value = "Begins an escalation; one that is under way with the same policy goes on.",
      status = 201,
      answers = EscalationView.class)
  public Response escalate(@PathParam("id") String ref, EscalateIncident command) {
    return creating.once(() -> incidents.escalate(caller.actor(), ref, command), null);
  }
}
