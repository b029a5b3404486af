package dev.tocsin.web.rest;

import dev.tocsin.platform.error.TooManyRequests;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers whatever a resource or the server's REST machinery throws as a problem. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

  /** What a 401 tells a client to send. */
  public static final String CHALLENGE = "Bearer realm=\"tocsin\"";

  @Context private HttpHeaders request;

  @Override
  public Response toResponse(Throwable thrown) {
    if (thrown instanceof WebApplicationException redirect
        && redirect.getResponse().getStatus() < 400) {
      return redirect.getResponse();
    }
    boolean conditional = request.getHeaderString(HttpHeaders.IF_MATCH) != null;
    Problem problem = Problems.of(thrown, conditional);
    Response.ResponseBuilder answer =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.json());
    if (problem.status() == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
    }
    if (thrown instanceof TooManyRequests tooMany) {
      answer.header(HttpHeaders.RETRY_AFTER, tooMany.retryAfterSeconds());
    }
    if (thrown instanceof WebApplicationException http
        && http.getResponse().getHeaderString(HttpHeaders.ALLOW) != null) {
      answer.header(HttpHeaders.ALLOW, http.getResponse().getHeaderString(HttpHeaders.ALLOW));
    }
    return answer.build();
  }
}
