package dev.tocsin.web.schedules;

import dev.tocsin.persistence.Page;
import dev.tocsin.schedules.Absences;
import dev.tocsin.schedules.CreateUnavailability;
import dev.tocsin.schedules.UnavailabilityView;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Creating;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.Listed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Who is away, and on which days. */
@Path("schedules/{id}/unavailabilities")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class UnavailabilityResource {

  @Inject private Absences absences;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** Lists absences that have not ended. */
  @GET
  @Doc("Lists absences that have not ended.")
  public Page<UnavailabilityView> list(@PathParam("id") UUID id) {
    return Listed.whole(absences.unavailabilities(caller.actor(), id));
  }

  /** Adds an absence. */
  @POST
  @Doc(
      value = "Adds an absence of whole days in the schedule's zone.",
      status = 201,
      answers = UnavailabilityView.class)
  public Response add(@PathParam("id") UUID id, CreateUnavailability command) {
    return creating.once(() -> absences.addUnavailability(caller.actor(), id, command), null);
  }

  /** Removes an absence. */
  @DELETE
  @Path("{unavailability_id}")
  @Doc(value = "Removes an absence.", status = 204)
  public void remove(
      @PathParam("id") UUID id, @PathParam("unavailability_id") UUID unavailabilityId) {
    absences.removeUnavailability(caller.actor(), id, unavailabilityId);
  }
}
