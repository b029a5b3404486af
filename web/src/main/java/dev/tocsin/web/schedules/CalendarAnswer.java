package dev.tocsin.web.schedules;

import dev.tocsin.schedules.CalendarFeed;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers a calendar feed, or 304 to whoever has it already. */
final class CalendarAnswer {

  static final String MEDIA_TYPE = "text/calendar;charset=utf-8";

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private CalendarAnswer() {}

  static Response of(CalendarFeed feed, Request request) {
    EntityTag tag = new EntityTag(feed.tag());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer =
        unchanged == null ? Response.ok(feed.bytes(), MEDIA_TYPE) : unchanged;
    if (feed.lastModified() != null) {
      answer.header(HttpHeaders.LAST_MODIFIED, HTTP_DATE.format(feed.lastModified()));
    }
    return answer.tag(tag).build();
  }

  /** Returns the id in a feed's path; null for what is none, which no feed has. */
  static @Nullable UUID id(String text) {
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equalsIgnoreCase(text) ? id : null;
    } catch (IllegalArgumentException none) {
      return null;
    }
  }
}
