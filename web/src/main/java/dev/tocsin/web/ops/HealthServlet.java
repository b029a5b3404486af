package dev.tocsin.web.ops;

import dev.tocsin.persistence.Json;
import dev.tocsin.platform.Migrator;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells whether this node lives, and whether it can do its work.
 *
 * <p>Ready means: the database answers and its schemas are up to date. The keys that seal secrets
 * need no check of their own, because without them nothing is deployed.
 */
@WebServlet("/health/*")
public class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Migrator migrator;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String which = String.valueOf(request.getPathInfo());
    Map<String, Object> answer = new LinkedHashMap<>();
    switch (which) {
      case "/live" -> answer.put("status", "up");
      case "/ready" -> {
        boolean database = migrator.isDatabaseReachable();
        boolean migrations = !migrator.migrated().isEmpty();
        answer.put("status", database && migrations ? "ready" : "not_ready");
        answer.put("database", database ? "ok" : "unreachable");
        answer.put("migrations", migrations ? "ok" : "missing");
        response.setStatus(database && migrations ? 200 : 503);
      }
      default -> {
        response.sendError(404);
        return;
      }
    }
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(Json.MAPPER.writeValueAsBytes(answer));
  }
}
