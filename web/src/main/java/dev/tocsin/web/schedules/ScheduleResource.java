package dev.tocsin.web.schedules;

import dev.tocsin.persistence.Page;
import dev.tocsin.schedules.ChangeSchedule;
import dev.tocsin.schedules.CreateSchedule;
import dev.tocsin.schedules.LayerTimelines;
import dev.tocsin.schedules.OnCall;
import dev.tocsin.schedules.OnCallTimeline;
import dev.tocsin.schedules.OnCallView;
import dev.tocsin.schedules.ScheduleSummary;
import dev.tocsin.schedules.ScheduleView;
import dev.tocsin.schedules.Schedules;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Creating;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.IfMatch;
import dev.tocsin.web.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Schedules, and who is on call by them. */
@Path("schedules")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ScheduleResource {

  @Inject private Schedules schedules;
  @Inject private OnCall onCall;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** Lists schedules by name. */
  @GET
  @Doc("Lists schedules by name.")
  public Page<ScheduleSummary> list(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    return schedules.list(caller.actor(), Paging.of(limit, cursor));
  }

  /** Creates a schedule. */
  @POST
  @Doc(value = "Creates a schedule.", status = 201, answers = ScheduleView.class)
  public Response create(CreateSchedule command) {
    return creating.once(() -> schedules.create(caller.actor(), command), ScheduleView::id);
  }

  /** Returns a schedule. */
  @GET
  @Path("{id}")
  @Doc("Returns a schedule with its layers, overrides and absences.")
  public ScheduleView get(@PathParam("id") UUID id) {
    return schedules.require(caller.actor(), id);
  }

  /** Changes a schedule. */
  @PATCH
  @Path("{id}")
  @Doc(value = "Changes a schedule.", failures = 409)
  public ScheduleView change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      ChangeSchedule command) {
    return schedules.change(caller.actor(), id, command, IfMatch.version(ifMatch));
  }

  /** Deletes a schedule. */
  @DELETE
  @Path("{id}")
  @Doc(value = "Deletes a schedule that no policy needs.", status = 204, failures = 409)
  public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    schedules.delete(caller.actor(), id, IfMatch.version(ifMatch));
  }

  /** Tells who is on call at a moment. */
  @GET
  @Path("{id}/oncall")
  @Doc("Tells who is on call at a moment, by default now; an empty name is nobody.")
  public OnCallView onCall(@PathParam("id") UUID id, @QueryParam("at") @Nullable Instant at) {
    return onCall.at(caller.actor(), id, at);
  }

  /** Tells who is on call over time. */
  @GET
  @Path("{id}/oncall/timeline")
  @Doc("Tells who is on call from one moment to another, by default the next seven days.")
  public OnCallTimeline timeline(
      @PathParam("id") UUID id,
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("to") @Nullable Instant to) {
    return onCall.timeline(caller.actor(), id, from, to);
  }

  /** Tells what each layer says over time. */
  @GET
  @Path("{id}/layer-timelines")
  @Doc("Tells what each layer says for itself, and what comes of it.")
  public LayerTimelines layerTimelines(
      @PathParam("id") UUID id,
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("to") @Nullable Instant to) {
    return onCall.layerTimelines(caller.actor(), id, from, to);
  }
}
