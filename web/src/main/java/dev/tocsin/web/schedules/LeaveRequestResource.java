package dev.tocsin.web.schedules;

import dev.tocsin.persistence.Page;
import dev.tocsin.schedules.CreateLeaveRequest;
import dev.tocsin.schedules.LeaveRequestView;
import dev.tocsin.schedules.LeaveRequests;
import dev.tocsin.schedules.RequestState;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Creating;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Days without shifts that people ask for. */
@Path("schedules/{id}/leave-requests")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class LeaveRequestResource {

  @Inject private LeaveRequests leaves;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** Lists leave requests. */
  @GET
  @Doc("Lists leave requests, the newest first.")
  public Page<LeaveRequestView> list(
      @PathParam("id") UUID id,
      @QueryParam("state") @Nullable RequestState state,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return leaves.list(caller.actor(), id, state, Paging.of(limit, cursor));
  }

  /** Asks for leave. */
  @POST
  @Doc(
      value = "Asks for whole days without shifts, in the schedule's zone.",
      status = 201,
      answers = LeaveRequestView.class)
  public Response create(@PathParam("id") UUID id, CreateLeaveRequest command) {
    return creating.once(() -> leaves.create(caller.actor(), id, command), LeaveRequestView::id);
  }

  /** Returns a leave request. */
  @GET
  @Path("{request_id}")
  @Doc("Returns a leave request.")
  public LeaveRequestView get(@PathParam("id") UUID id, @PathParam("request_id") UUID requestId) {
    return leaves.require(caller.actor(), id, requestId);
  }

  /** Grants leave. */
  @POST
  @Path("{request_id}/accept")
  @Doc(
      value = "Grants leave; warns of the times in which nobody is on call any more.",
      failures = 409)
  public LeaveRequestView accept(
      @PathParam("id") UUID id, @PathParam("request_id") UUID requestId) {
    return leaves.accept(caller.actor(), id, requestId);
  }

  /** Refuses leave. */
  @POST
  @Path("{request_id}/decline")
  @Doc(value = "Refuses leave.", failures = 409)
  public LeaveRequestView decline(
      @PathParam("id") UUID id, @PathParam("request_id") UUID requestId) {
    return leaves.decline(caller.actor(), id, requestId);
  }

  /** Takes a leave request back. */
  @POST
  @Path("{request_id}/cancel")
  @Doc(value = "Takes a leave request back.", failures = 409)
  public LeaveRequestView cancel(
      @PathParam("id") UUID id, @PathParam("request_id") UUID requestId) {
    return leaves.cancel(caller.actor(), id, requestId);
  }
}
