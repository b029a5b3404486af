package dev.tocsin.web.filter;

import dev.tocsin.accounts.ApiTokens;
import dev.tocsin.accounts.SessionView;
import dev.tocsin.accounts.SignIn;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Problem;
import dev.tocsin.web.rest.SessionCookie;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who calls, and refuses at the door what no rule lets in.
 *
 * <p>Everything under the API and the console needs a caller unless {@link Paths} says otherwise.
 * What a caller may do is the modules' decision; here only whole areas are closed to a role.
 */
public class CallerFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final Problem UNAUTHENTICATED =
      Problem.of(401, "unauthenticated", "Sign in or send a valid token.");
  private static final Problem CSRF =
      Problem.of(403, "csrf", "Send the X-CSRF-Token that the login answered.");
  private static final Problem ROLE = Problem.of(403, "role", "Your role does not allow this.");

  @Inject private transient SignIn signIn;
  @Inject private transient ApiTokens tokens;
  @Inject private transient Caller caller;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = Paths.of(request);
    String authorization = request.getHeader("Authorization");
    if (authorization != null && Paths.isApi(path)) {
      bearer(authorization, Paths.isSupport(path)).ifPresent(caller::isToken);
    } else if (!Paths.isSupport(path) && !Paths.isSource(path)) {
      recallSession(request);
    }
    Problem refused = refusal(request, path, authorization);
    if (refused == null) {
      chain.doFilter(request, response);
    } else if (refused.status() == 401 && Paths.isConsole(path) && !path.contains("faces.push")) {
      Answer.seeOther(request, response, "/console/login?to=" + target(request, path));
    } else if (isCustomerAtOurDoor(path)) {
      Answer.seeOther(request, response, "/portal/tickets");
    } else {
      Answer.problem(request, response, refused);
    }
  }

  private @Nullable Problem refusal(
      HttpServletRequest request, String path, @Nullable String authorization) {
    if (Paths.isOpen(path)) {
      return isForeignForm(request, path) ? CSRF : null;
    }
    Optional<Actor> known = caller.find();
    if (known.isEmpty()) {
      return Paths.isSource(path) ? null : unauthenticated(path, authorization);
    }
    if (caller.session().isPresent() && isForged(request, path, caller.session().get())) {
      return CSRF;
    }
    return allows(known.get().role(), path, request.getMethod()) ? null : ROLE;
  }

  /** Tells whether a role has any business at a path; what it may do there is decided later. */
  static boolean allows(Role role, String path, String method) {
    if (Paths.isPortal(path) && role != Role.CUSTOMER) {
      return false;
    }
    return switch (role) {
      case ADMIN, AGENT -> true;
      case VIEWER -> Paths.isReading(path, method) || Paths.isConsole(path);
      case CUSTOMER -> Paths.isForCustomers(path);
      case INGEST -> Paths.isSource(path);
    };
  }

  /** A customer's person who just follows the way in is shown the door that is theirs. */
  private boolean isCustomerAtOurDoor(String path) {
    return path.equals("/console/home") && caller.find().filter(Actor::isCustomer).isPresent();
  }

  private static Problem unauthenticated(String path, @Nullable String authorization) {
    if (!Paths.isSupport(path)) {
      return UNAUTHENTICATED;
    }
    boolean sent = authorization != null && authorization.startsWith("Bearer ");
    return Problem.of(
        401, "unauthenticated", sent ? "invalid token" : "missing or invalid authorization header");
  }

  private Optional<Actor> bearer(String authorization, boolean exact) {
    String scheme = "Bearer ";
    boolean bearer = authorization.regionMatches(!exact, 0, scheme, 0, scheme.length());
    String token = bearer ? authorization.substring(scheme.length()).strip() : "";
    return token.isEmpty() ? Optional.empty() : tokens.authenticate(token);
  }

  private void recallSession(HttpServletRequest request) {
    String token = SessionCookie.read(request);
    if (token != null) {
      signIn.session(token).ifPresent(session -> caller.isSession(session, token));
    }
  }

  private static boolean isForged(HttpServletRequest request, String path, SessionView session) {
    if (Paths.isSafe(request.getMethod())) {
      return false;
    }
    if (Paths.isConsole(path)) {
      return isForeignForm(request, path);
    }
    String sent = request.getHeader("X-CSRF-Token");
    return sent == null
        || !MessageDigest.isEqual(
            sent.getBytes(StandardCharsets.UTF_8),
            session.csrfToken().getBytes(StandardCharsets.UTF_8));
  }

  /** Tells whether another site's page submits a form; Faces' view state is the second lock. */
  private static boolean isForeignForm(HttpServletRequest request, String path) {
    String site = request.getHeader("Sec-Fetch-Site");
    return Paths.isConsole(path)
        && !Paths.isSafe(request.getMethod())
        && site != null
        && !site.equals("same-origin")
        && !site.equals("none");
  }

  private static String target(HttpServletRequest request, String path) {
    boolean asked = Paths.isSafe(request.getMethod()) && request.getQueryString() != null;
    return URLEncoder.encode(
        asked ? path + '?' + request.getQueryString() : path, StandardCharsets.UTF_8);
  }
}
