package dev.tocsin.web.filter;

import static java.lang.System.Logger.Level.INFO;

import dev.tocsin.web.rest.RouteName;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Gives each request an id, times it by its route, and writes one line about it.
 *
 * <p>The id is the thread's name while the request runs. Both servers' JSON formatters write the
 * thread's name, whatever logging API a line came through, so every line of a request can be found
 * by its id without a logging library of our own. Queries are never written: they may hold secrets.
 */
public class RequestLogFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** The request attribute with the id. */
  public static final String REQUEST_ID = "dev.tocsin.request_id";

  private static final System.Logger LOG = System.getLogger("dev.tocsin.requests");
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,64}");
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  @Inject private transient MeterRegistry meters;
  @Inject private transient ClientAddress address;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String id = idOf(request.getHeader("X-Request-ID"));
    request.setAttribute(REQUEST_ID, id);
    response.setHeader("X-Request-ID", id);
    Thread thread = Thread.currentThread();
    String name = thread.getName();
    thread.setName("request " + id);
    long begun = System.nanoTime();
    int status = 500;
    try {
      chain.doFilter(request, response);
      status = response.getStatus();
    } finally {
      long nanos = System.nanoTime() - begun;
      record(request, status, nanos);
      thread.setName(name);
    }
  }

  static String idOf(String given) {
    return given != null && SANE.matcher(given).matches() ? given : UUID.randomUUID().toString();
  }

  private void record(HttpServletRequest request, int status, long nanos) {
    String route = route(request);
    // a client may send any word as its method; a metric must not grow with them
    String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
    Timer.builder("http.server.requests")
        .description("Requests by route template")
        .tag("method", method)
        .tag("route", route)
        .tag("status", Integer.toString(status))
        .register(meters)
        .record(nanos, TimeUnit.NANOSECONDS);
    if (!route.equals("/health") && !route.equals("/metrics")) {
      LOG.log(
          INFO,
          () ->
              String.format(
                  Locale.ROOT,
                  "%s %s %d %.1f ms from %s",
                  method,
                  Paths.of(request).replaceAll("[\\p{Cntrl}]", "?"),
                  status,
                  nanos / 1e6,
                  address.of(request)));
    }
  }

  private static String route(HttpServletRequest request) {
    if (request.getAttribute(RouteName.ATTRIBUTE) instanceof String known) {
      return known;
    }
    String path = Paths.of(request);
    for (String root : new String[] {"/console", "/health", "/metrics", "/openapi", "/api"}) {
      if (path.equals(root) || path.startsWith(root + "/")) {
        return root;
      }
    }
    return path.startsWith("/jakarta.faces.resource/") ? "/jakarta.faces.resource" : "other";
  }
}
