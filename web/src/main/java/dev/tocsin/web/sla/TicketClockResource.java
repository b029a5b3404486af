package dev.tocsin.web.sla;

import dev.tocsin.sla.ClockView;
import dev.tocsin.sla.ServiceLevels;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Doc;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** A ticket's clocks. */
@Path("tickets/{id}/sla")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TicketClockResource {

  @Inject private ServiceLevels levels;
  @Inject private Caller caller;

  /** All clocks of one ticket. */
  public record Clocks(List<ClockView> clocks) {}

  /** Returns the clocks with what they counted and why. */
  @GET
  @Doc("Returns a ticket's clocks with what they counted and why.")
  public Clocks clocks(@PathParam("id") String ref) {
    return new Clocks(levels.clocksOf(caller.actor(), ref));
  }
}
