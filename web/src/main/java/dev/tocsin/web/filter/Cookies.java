package dev.tocsin.web.filter;

import dev.tocsin.accounts.SignedIn;
import dev.tocsin.web.rest.SessionCookie;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;

/** Hands sessions to browsers and takes them away again. */
@ApplicationScoped
public class Cookies {

  @Inject private ClientAddress address;
  @Inject private Clock clock;

  /** Gives a browser the session that signing in began. */
  public void set(HttpServletRequest request, HttpServletResponse response, SignedIn signedIn) {
    Duration lifetime = Duration.between(clock.instant(), signedIn.expiresAt());
    put(request, response, signedIn.sessionToken(), lifetime);
  }

  /** Takes the session away from a browser. */
  public void clear(HttpServletRequest request, HttpServletResponse response) {
    put(request, response, "", Duration.ZERO);
  }

  private void put(
      HttpServletRequest request, HttpServletResponse response, String token, Duration lifetime) {
    Cookie cookie = new Cookie(SessionCookie.NAME, token);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(address.isSecure(request));
    cookie.setMaxAge((int) lifetime.toSeconds());
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }
}
