package dev.tocsin.web.sla;

import dev.tocsin.sla.RecalculationView;
import dev.tocsin.sla.SlaRecalculations;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Doc;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** How far an edit has come. */
@Path("sla/recalculations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class RecalculationResource {

  @Inject private SlaRecalculations recalculations;
  @Inject private Caller caller;

  /** Returns how far the edit of a calendar or policy has come to the clocks it concerns. */
  @GET
  @Doc("Returns how far the edit of a calendar or policy has come to the clocks it concerns.")
  public RecalculationView get(@PathParam("id") UUID id) {
    return recalculations.require(caller.actor(), id);
  }
}
