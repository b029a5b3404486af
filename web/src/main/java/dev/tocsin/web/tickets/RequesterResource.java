package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.privacy.Erasure;
import dev.tocsin.ticketing.privacy.RequesterExport;
import dev.tocsin.ticketing.privacy.Requesters;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Doc;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What is held of the people who ask. */
@Path("requesters/{email}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class RequesterResource {

  @Inject private Requesters requesters;
  @Inject private Caller caller;

  /** Returns everything. */
  @GET
  @Path("export")
  @Doc("Returns all that is held of a person, internal comments included; for administrators.")
  public RequesterExport export(@PathParam("email") String email) {
    return requesters.export(caller.actor(), email);
  }

  /** Forgets. */
  @DELETE
  @Doc("Forgets a person for good and says what was done; for administrators.")
  public Erasure erase(@PathParam("email") String email) {
    return requesters.erase(caller.actor(), email);
  }
}
