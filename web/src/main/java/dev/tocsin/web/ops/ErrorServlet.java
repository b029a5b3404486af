package dev.tocsin.web.ops;

import static java.lang.System.Logger.Level.ERROR;

import dev.tocsin.web.rest.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/**
 * Answers in place of the server's own error pages, which tell strangers its name and version.
 *
 * <p>{@code web.xml} names it as the place for every error that nobody else answered.
 */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final System.Logger LOG = System.getLogger(ErrorServlet.class.getName());

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Object told = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = told instanceof Integer code ? code : 404;
    Problem problem = status >= 500 ? unexpected(request, status) : foreseen(status);
    response.setStatus(status);
    String page = "/console/error/" + (status == 403 || status == 404 ? status : 500) + ".xhtml";
    if (isPage(request) && getServletContext().getResource(page) != null) {
      request.getRequestDispatcher(page).forward(request, response);
      return;
    }
    response.setContentType(Problem.MEDIA_TYPE);
    response.setCharacterEncoding("UTF-8");
    response.getOutputStream().write(problem.json());
  }

  private static boolean isPage(HttpServletRequest request) {
    Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return uri instanceof String path
        && (path.startsWith("/console/") || path.startsWith("/portal/"))
        && !path.startsWith("/console/error/");
  }

  private static Problem unexpected(HttpServletRequest request, int status) {
    UUID incident = UUID.randomUUID();
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    LOG.log(
        ERROR,
        "Incident " + incident + ": unexpected failure of a page",
        thrown instanceof Throwable cause ? cause : null);
    request.setAttribute("dev.tocsin.incident_id", incident.toString());
    return Problem.of(status, "internal", "The failure is logged under this incident id.")
        .at("urn:uuid:" + incident)
        .with("incident_id", incident);
  }

  private static Problem foreseen(int status) {
    return switch (status) {
      case 403 -> Problem.of(403, "forbidden", "This is not for you.");
      case 404 -> Problem.of(404, "not_found", "No such resource.");
      case 405 -> Problem.of(405, "method_not_allowed", "This resource does not know the method.");
      default -> Problem.of(status, "http_" + status, null);
    };
  }
}
