package dev.tocsin.web.schedules;

import dev.tocsin.persistence.Page;
import dev.tocsin.schedules.AcceptSwap;
import dev.tocsin.schedules.CreateSwapRequest;
import dev.tocsin.schedules.RequestState;
import dev.tocsin.schedules.SwapRequestView;
import dev.tocsin.schedules.SwapRequests;
import dev.tocsin.web.rest.Bodies;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Creating;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shifts that people want to pass to one another. */
@Path("schedules/{id}/swap-requests")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SwapRequestResource {

  @Inject private SwapRequests swaps;
  @Inject private Caller caller;
  @Inject private Creating creating;
  @Inject private HttpServletRequest request;

  /** Lists swap requests. */
  @GET
  @Doc("Lists swap requests, the newest first.")
  public Page<SwapRequestView> list(
      @PathParam("id") UUID id,
      @QueryParam("state") @Nullable RequestState state,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return swaps.list(caller.actor(), id, state, Paging.of(limit, cursor));
  }

  /** Asks for a swap. */
  @POST
  @Doc(
      value =
          "Asks somebody to take over a shift (gives), to hand one over (takes), or both; an offer"
              + " that names nobody may be taken by anybody.",
      status = 201,
      answers = SwapRequestView.class,
      failures = 409)
  public Response create(@PathParam("id") UUID id, CreateSwapRequest command) {
    return creating.once(() -> swaps.create(caller.actor(), id, command), SwapRequestView::id);
  }

  /** Returns a swap request. */
  @GET
  @Path("{request_id}")
  @Doc("Returns a swap request.")
  public SwapRequestView get(@PathParam("id") UUID id, @PathParam("request_id") UUID requestId) {
    return swaps.require(caller.actor(), id, requestId);
  }

  /** Accepts a swap request. */
  @POST
  @Path("{request_id}/accept")
  @Consumes(MediaType.WILDCARD)
  @Doc(
      value = "Accepts a swap request: makes its overrides, if every shift in it is still theirs.",
      body = AcceptSwap.class,
      failures = 409)
  public SwapRequestView accept(@PathParam("id") UUID id, @PathParam("request_id") UUID requestId) {
    AcceptSwap command = Bodies.optional(request, AcceptSwap.class);
    return swaps.accept(
        caller.actor(), id, requestId, command == null ? new AcceptSwap(null) : command);
  }

  /** Declines a swap request. */
  @POST
  @Path("{request_id}/decline")
  @Doc(value = "Declines a swap request.", failures = 409)
  public SwapRequestView decline(
      @PathParam("id") UUID id, @PathParam("request_id") UUID requestId) {
    return swaps.decline(caller.actor(), id, requestId);
  }

  /** Takes a swap request back. */
  @POST
  @Path("{request_id}/cancel")
  @Doc(value = "Takes a swap request back.", failures = 409)
  public SwapRequestView cancel(@PathParam("id") UUID id, @PathParam("request_id") UUID requestId) {
    return swaps.cancel(caller.actor(), id, requestId);
  }
}
