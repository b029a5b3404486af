package dev.tocsin.web.rest;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The cookie that carries a session: out of scripts' reach, never sent along by other sites. */
public final class SessionCookie {

  /** The cookie's name. */
  public static final String NAME = "tocsin_session";

  private SessionCookie() {}

  /** Returns the session's secret that a request carries; null when it carries none. */
  public static @Nullable String read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return null;
    }
    for (Cookie cookie : cookies) {
      if (NAME.equals(cookie.getName()) && !cookie.getValue().isEmpty()) {
        return cookie.getValue();
      }
    }
    return null;
  }
}
