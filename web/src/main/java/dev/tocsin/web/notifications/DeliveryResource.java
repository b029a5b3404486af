package dev.tocsin.web.notifications;

import dev.tocsin.notifications.Channel;
import dev.tocsin.notifications.Deliveries;
import dev.tocsin.notifications.DeliveryQuery;
import dev.tocsin.notifications.DeliveryState;
import dev.tocsin.notifications.DeliverySummary;
import dev.tocsin.persistence.Page;
import dev.tocsin.web.rest.Caller;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that was sent, is being sent, or could not be. */
@Path("deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class DeliveryResource {

  @Inject private Deliveries deliveries;
  @Inject private Caller caller;

  /** Lists deliveries. */
  @GET
  @Doc("Lists deliveries, the newest first.")
  public Page<DeliverySummary> list(
      @QueryParam("state") @Nullable DeliveryState state,
      @QueryParam("channel") @Nullable Channel channel,
      @QueryParam("event_type") @Nullable String eventType,
      @QueryParam("incident_id") @Nullable UUID incidentId,
      @QueryParam("ticket_id") @Nullable UUID ticketId,
      @QueryParam("receiver_id") @Nullable UUID receiverId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    DeliveryQuery query =
        new DeliveryQuery(state, channel, eventType, incidentId, ticketId, receiverId);
    return deliveries.list(caller.actor(), query, Paging.of(limit, cursor));
  }

  /** Returns a delivery. */
  @GET
  @Path("{id}")
  @Doc("Returns a delivery with every attempt.")
  public DeliveryAnswer get(@PathParam("id") UUID id) {
    return DeliveryAnswer.of(deliveries.require(caller.actor(), id));
  }

  /** Has a delivery tried again. */
  @POST
  @Path("{id}/requeue")
  @Doc(value = "Has a delivery that failed tried again.", failures = 409)
  public DeliveryAnswer requeue(@PathParam("id") UUID id) {
    return DeliveryAnswer.of(deliveries.requeue(caller.actor(), id));
  }
}
