package dev.tocsin.web.sla;

import dev.tocsin.sla.ServiceLevels;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Doc;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What clocks would do. */
@Path("sla/preview")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SlaPreviewResource {

  @Inject private ServiceLevels levels;
  @Inject private Caller caller;

  /** Computes the clocks of a story; nothing is stored. */
  @POST
  @Doc("Computes the clocks of a story by the engine's own code; nothing is stored.")
  public TicketClockResource.Clocks preview(PreviewBody body) {
    return new TicketClockResource.Clocks(levels.preview(caller.actor(), body.command()));
  }
}
