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

  @Inject private transient ClientAddress address;
  @Inject private transient AddressLimits limits;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (Paths.isGuarded(Paths.of(request), request.getMethod())) {
      long wait = limits.waitSeconds(address.of(request));
      if (wait > 0) {
        response.setHeader("Retry-After", Long.toString(wait));
        Answer.problem(
            request,
            response,
            Problem.of(429, "too_many_requests", "Too many tries; come back in " + wait + " s."));
        return;
      }
    }
    chain.doFilter(request, response);
  }
}
