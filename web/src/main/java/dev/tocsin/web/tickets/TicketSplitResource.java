package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.merging.SplitTicket;
import dev.tocsin.ticketing.merging.TicketMerging;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Creating;
import dev.tocsin.web.rest.Doc;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Makes two tickets of one. */
@Path("tickets/{id}/split")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TicketSplitResource {

  @Inject private TicketMerging merging;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** Splits. */
  @POST
  @Doc(
      value = "Opens a ticket of some of a ticket's comments, with their files.",
      status = 201,
      answers = TicketView.class)
  public Response split(@PathParam("id") String ref, SplitTicket command) {
    return creating.once(() -> merging.split(caller.actor(), ref, command), null);
  }
}
