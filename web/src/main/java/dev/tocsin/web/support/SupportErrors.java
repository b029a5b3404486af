package dev.tocsin.web.support;

import dev.tocsin.persistence.Json;
import dev.tocsin.web.rest.Problem;
import dev.tocsin.web.rest.Problems;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Words every error of the support API as one sentence. */
@Provider
public class SupportErrors implements ExceptionMapper<Throwable> {

  /** One error. */
  public record Sentence(String error, @Nullable String incidentId) {}

  @Override
  public Response toResponse(Throwable thrown) {
    if (thrown instanceof SupportError error) {
      return answer(error.status(), String.valueOf(error.getMessage()), null);
    }
    Problem problem = Problems.of(thrown, false);
    Object incident = problem.more().get("incident_id");
    return switch (problem.status()) {
      case 400 -> answer(400, "invalid request body", null);
      case 403 -> answer(403, "access denied", null);
      case 404 -> answer(404, "ticket not found", null);
      case 500 -> answer(500, "internal error", String.valueOf(incident));
      default -> withAllow(problem, thrown);
    };
  }

  private static Response withAllow(Problem problem, Throwable thrown) {
    String detail = problem.detail() == null ? problem.title() : problem.detail();
    Response answer = answer(problem.status(), detail, null);
    if (thrown instanceof WebApplicationException http
        && http.getResponse().getHeaderString(HttpHeaders.ALLOW) != null) {
      return Response.fromResponse(answer)
          .header(HttpHeaders.ALLOW, http.getResponse().getHeaderString(HttpHeaders.ALLOW))
          .build();
    }
    return answer;
  }

  private static Response answer(int status, String message, @Nullable String incident) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON)
        .entity(Json.write(new Sentence(message, incident)))
        .build();
  }
}
