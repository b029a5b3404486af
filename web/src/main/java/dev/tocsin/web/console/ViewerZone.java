package dev.tocsin.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The zone of the reader's own clock, for what is placed on a page rather than only written there.
 *
 * <p>The browser tells it in a cookie that the console's script sets; a first visit may lack it.
 */
@RequestScoped
public class ViewerZone {
  private static final String COOKIE = "tocsin-zone";

  @Inject private HttpServletRequest request;

  /** Returns the zone; empty when the browser has told none, or one that is unknown here. */
  public Optional<ZoneId> find() {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue)
        .flatMap(value -> zone(value).stream())
        .findFirst();
  }

  /** Returns the zone that a cookie's value names; empty when it names none. */
  static Optional<ZoneId> zone(String value) {
    try {
      String name = URLDecoder.decode(value, StandardCharsets.UTF_8);
      return Optional.of(name).filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
