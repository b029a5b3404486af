package dev.tocsin.web.schedules;

import dev.tocsin.persistence.Page;
import dev.tocsin.schedules.Absences;
import dev.tocsin.schedules.CreateOverride;
import dev.tocsin.schedules.OverrideImport;
import dev.tocsin.schedules.OverrideImports;
import dev.tocsin.schedules.OverrideView;
import dev.tocsin.web.rest.BufferedRequest;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Creating;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.Listed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Who stands in for the rotation, and when. */
@Path("schedules/{id}/overrides")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class OverrideResource {

  @Inject private Absences absences;
  @Inject private OverrideImports imports;
  @Inject private Caller caller;
  @Inject private Creating creating;
  @Context private HttpServletRequest request;

  /** Lists overrides that have not ended. */
  @GET
  @Doc("Lists overrides that have not ended.")
  public Page<OverrideView> list(@PathParam("id") UUID id) {
    return Listed.whole(absences.overrides(caller.actor(), id));
  }

  /** Adds an override. */
  @POST
  @Doc(
      value = "Adds an override; of two at once the later added wins.",
      status = 201,
      answers = OverrideView.class)
  public Response add(@PathParam("id") UUID id, CreateOverride command) {
    return creating.once(() -> absences.addOverride(caller.actor(), id, command), null);
  }

  /** Imports a calendar. */
  @POST
  @Path("import")
  @Consumes("text/calendar")
  @Doc(
      value =
          "Makes the events of a calendar overrides, all or none; importing it again brings them up"
              + " to date and never doubles them.",
      body = String.class)
  public OverrideImport importCalendar(@PathParam("id") UUID id) {
    byte[] body = BufferedRequest.bodyOf(request); // Jersey runs out of memory reading a String
    return imports.importCalendar(caller.actor(), id, new String(body, StandardCharsets.UTF_8));
  }

  /** Removes an override. */
  @DELETE
  @Path("{override_id}")
  @Doc(value = "Removes an override.", status = 204)
  public void remove(@PathParam("id") UUID id, @PathParam("override_id") UUID overrideId) {
    absences.removeOverride(caller.actor(), id, overrideId);
  }
}
