package dev.tocsin.web.filter;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells browsers what they must not do with an answer.
 *
 * <p>Pages are the exception in one point: PrimeFaces writes their Content-Security-Policy, because
 * it makes the nonce of each page; the policy's other words stand in {@code web.xml} ({@code
 * primefaces.CSP_POLICY}).
 */
public class SecurityHeadersFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** For answers that are no page: a browser should run nothing of them. */
  private static final String NOTHING =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  @Inject private transient ClientAddress address;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = Paths.of(request);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    if (address.isSecure(request)) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    if (!Paths.isConsole(path)) {
      response.setHeader(
          "Content-Security-Policy", Paths.isAttachment(path) ? NOTHING + "; sandbox" : NOTHING);
    }
    if (Paths.isFeed(path)) {
      // kept by the one who subscribes, and asked after by its tag each time
      response.setHeader("Cache-Control", "private, no-cache");
    } else if (Paths.isApi(path) || Paths.isConsole(path)) {
      response.setHeader("Cache-Control", "no-store");
    } else if (path.startsWith("/assets/")) {
      response.setHeader("Cache-Control", "public, max-age=3600");
    }
    chain.doFilter(request, response);
  }
}
