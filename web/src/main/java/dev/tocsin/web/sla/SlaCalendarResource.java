package dev.tocsin.web.sla;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.persistence.Page;
import dev.tocsin.sla.CalendarDraft;
import dev.tocsin.sla.CalendarView;
import dev.tocsin.sla.SlaCalendars;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Creating;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.IfMatch;
import dev.tocsin.web.rest.Listed;
import dev.tocsin.web.rest.MergePatch;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which hours count. */
@Path("sla/calendars")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SlaCalendarResource {

  @Inject private SlaCalendars calendars;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** Lists the calendars by name. */
  @GET
  @Doc("Lists the calendars by name.")
  public Page<CalendarView> list() {
    return Listed.whole(calendars.list(caller.actor()));
  }

  /** Adds a calendar. */
  @POST
  @Doc(value = "Adds a calendar.", status = 201, answers = CalendarView.class)
  public Response create(CalendarDraft command) {
    return creating.once(() -> calendars.create(caller.actor(), command), CalendarView::id);
  }

  /** Returns a calendar. */
  @GET
  @Path("{id}")
  @Doc("Returns a calendar.")
  public CalendarView get(@PathParam("id") UUID id) {
    return calendars.require(caller.actor(), id);
  }

  /** Replaces a calendar. */
  @PUT
  @Path("{id}")
  @Doc("Replaces a calendar; open clocks are recomputed in the background.")
  public CalendarView replace(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      CalendarDraft command) {
    return calendars.change(caller.actor(), id, command, IfMatch.version(ifMatch));
  }

  /** Changes parts of a calendar. */
  @PATCH
  @Path("{id}")
  @Doc(value = "Lays a merge patch over a calendar.", body = CalendarDraft.class)
  public CalendarView change(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
    CalendarView now = calendars.require(caller.actor(), id);
    CalendarDraft present =
        new CalendarDraft(now.name(), now.timeZone(), now.weekly(), now.holidays());
    CalendarDraft command = MergePatch.apply(present, patch, CalendarDraft.class);
    Long version = ifMatch == null ? Long.valueOf(now.version()) : IfMatch.version(ifMatch);
    return calendars.change(caller.actor(), id, command, version);
  }

  /** Adds the holidays of an iCalendar file. */
  @POST
  @Path("{id}/holidays")
  @Consumes("text/calendar")
  @Doc("Adds the holidays of an iCalendar file (text/calendar); open clocks are recomputed.")
  public CalendarView importHolidays(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    return calendars.importHolidays(caller.actor(), id, text, IfMatch.version(ifMatch));
  }

  /** Removes a calendar that nothing uses. */
  @DELETE
  @Path("{id}")
  @Doc(value = "Removes a calendar that no policy and no clock goes by.", status = 204)
  public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    calendars.delete(caller.actor(), id, IfMatch.version(ifMatch));
  }
}
