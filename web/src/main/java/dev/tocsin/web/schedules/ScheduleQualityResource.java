package dev.tocsin.web.schedules;

import dev.tocsin.schedules.QualityReport;
import dev.tocsin.schedules.ScheduleQuality;
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

/** What will go wrong with a schedule. */
@Path("schedules/{id}/quality")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ScheduleQualityResource {

  @Inject private ScheduleQuality quality;
  @Inject private Caller caller;

  /** Looks four weeks ahead unless told how far. */
  @GET
  @Doc("Finds gaps, double bookings and what else to look after, by default in the next 28 days.")
  public QualityReport report(
      @PathParam("id") UUID id,
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("to") @Nullable Instant to) {
    return quality.report(caller.actor(), id, from, to);
  }
}
