package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.merging.MergeTicket;
import dev.tocsin.ticketing.merging.TicketMerging;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Doc;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Makes one ticket of two. */
@Path("tickets/{id}/merge")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TicketMergeResource {

  @Inject private TicketMerging merging;
  @Inject private Caller caller;

  /** Merges. */
  @POST
  @Doc(
      value = "Merges a ticket into another of the same customer and returns the other.",
      failures = 409)
  public TicketView merge(@PathParam("id") String ref, MergeTicket command) {
    return merging.merge(caller.actor(), ref, command);
  }
}
