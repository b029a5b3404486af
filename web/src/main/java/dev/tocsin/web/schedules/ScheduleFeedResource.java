package dev.tocsin.web.schedules;

import dev.tocsin.schedules.CalendarFeeds;
import dev.tocsin.web.rest.Doc;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** A schedule's shifts as a calendar. */
@Path("schedules/{id}/calendar.ics")
@Produces(CalendarAnswer.MEDIA_TYPE)
@RequestScoped
public class ScheduleFeedResource {

  @Inject private CalendarFeeds feeds;

  /** Returns the feed that a token opens. */
  @GET
  @Doc("Returns a schedule's shifts as an iCalendar feed (text/calendar, RFC 5545).")
  public Response get(
      @PathParam("id") String id,
      @QueryParam("token") @Nullable String token,
      @Context Request request) {
    return CalendarAnswer.of(feeds.ofSchedule(CalendarAnswer.id(id), token), request);
  }
}
