package dev.tocsin.web.tickets;

import dev.tocsin.persistence.Page;
import dev.tocsin.ticketing.links.LinkTicket;
import dev.tocsin.ticketing.links.LinkView;
import dev.tocsin.ticketing.links.TicketLinks;
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

/** How a ticket hangs together with others. */
@Path("tickets/{id}/links")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TicketLinkResource {

  @Inject private TicketLinks links;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** Lists links. */
  @GET
  @Doc("Lists a ticket's links to those tickets that the caller may see.")
  public Page<LinkView> list(@PathParam("id") String ref) {
    return Listed.whole(links.list(caller.actor(), ref));
  }

  /** Links. */
  @POST
  @Doc(
      value = "Links a ticket to another; kind is what the other is to this one.",
      status = 201,
      answers = LinkView.class)
  public Response add(@PathParam("id") String ref, LinkTicket command) {
    return creating.once(() -> links.add(caller.actor(), ref, command), LinkView::id);
  }

  /** Removes a link. */
  @DELETE
  @Path("{link_id}")
  @Doc(value = "Removes a link from both of its ends.", status = 204)
  public void remove(@PathParam("id") String ref, @PathParam("link_id") UUID linkId) {
    links.remove(caller.actor(), ref, linkId);
  }
}
