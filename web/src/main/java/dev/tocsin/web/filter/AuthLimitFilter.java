package dev.tocsin.web.filter;

import dev.tocsin.web.rest.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Slows down whoever tries many passwords from one address. */
public class AuthLimitFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** The attribute of a page's request that came too early: the seconds to wait, a Long. */
  public static final String WAIT = "dev.tocsin.wait_seconds";

  @Inject private transient ClientAddress address;
  @Inject private transient AddressLimits limits;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = Paths.of(request);
    if (Paths.isGuarded(path, request.getMethod())) {
      long wait = limits.waitSeconds(address.of(request));
      if (wait > 0) {
        response.setHeader("Retry-After", Long.toString(wait));
        if (!Paths.isOpenPage(path)) {
          Answer.problem(
              request,
              response,
              Problem.of(429, "too_many_requests", "Too many tries; come back in " + wait + " s."));
          return;
        }
        // a page does nothing, and says so where its reader looks
        request.setAttribute(WAIT, wait);
      }
    }
    chain.doFilter(request, response);
  }
}
