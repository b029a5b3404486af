package dev.tocsin.web.schedules;

import dev.tocsin.schedules.DutyReport;
import dev.tocsin.schedules.DutyReports;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Doc;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who carries how much of a schedule. */
@Path("schedules/{id}/fairness")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class FairnessResource {

  @Inject private DutyReports reports;
  @Inject private Caller caller;

  /** Returns everybody's share. */
  @GET
  @Doc("Tells how long and how often each person is on call, by default in the last whole month.")
  public DutyReport fairness(
      @PathParam("id") UUID id,
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("to") @Nullable Instant to) {
    return reports.of(caller.actor(), id, from, to);
  }
}
