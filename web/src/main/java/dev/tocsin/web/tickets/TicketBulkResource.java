package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.work.BulkResult;
import dev.tocsin.ticketing.work.ChangeTickets;
import dev.tocsin.ticketing.work.TicketBulk;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Doc;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** One change of many tickets. */
@Path("tickets/bulk")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TicketBulkResource {

  @Inject private TicketBulk bulk;
  @Inject private Caller caller;

  /** Changes tickets alike. */
  @POST
  @Doc("Changes up to 250 tickets alike, each by itself; tells of each what became of it.")
  public BulkResult change(ChangeTickets command) {
    return bulk.change(caller.actor(), command);
  }
}
