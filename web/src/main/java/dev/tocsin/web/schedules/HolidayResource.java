package dev.tocsin.web.schedules;

import dev.tocsin.schedules.Holidays;
import dev.tocsin.schedules.ScheduleHolidays;
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
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The holidays of a schedule's countries. */
@Path("schedules/{id}/holidays")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class HolidayResource {

  @Inject private Holidays holidays;
  @Inject private Caller caller;

  /** Lists the holidays of some days. */
  @GET
  @Doc("Lists holidays from one day to another (exclusive), by default the next three months.")
  public ScheduleHolidays list(
      @PathParam("id") UUID id,
      @QueryParam("from") @Nullable LocalDate from,
      @QueryParam("to") @Nullable LocalDate to) {
    return holidays.of(caller.actor(), id, from, to);
  }
}
