package dev.tocsin.web.filter;

import dev.tocsin.persistence.Json;
import dev.tocsin.web.rest.Problem;
import dev.tocsin.web.rest.ProblemMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes answers that a filter gives itself. */
final class Answer {

  private Answer() {}

  /** Answers a problem; the support API words it in its own way. */
  static void problem(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (problem.status() == 401) {
      response.setHeader("WWW-Authenticate", ProblemMapper.CHALLENGE);
    }
    if (Paths.isSupport(Paths.of(request))) {
      String sentence = problem.detail() == null ? problem.title() : problem.detail();
      String error = problem.status() == 403 ? "access denied" : sentence;
      write(response, problem.status(), "application/json", Json.write(Map.of("error", error)));
    } else {
      write(
          response,
          problem.status(),
          Problem.MEDIA_TYPE,
          new String(problem.json(), StandardCharsets.UTF_8));
    }
  }

  /** Sends the browser elsewhere, by GET. */
  static void seeOther(HttpServletRequest request, HttpServletResponse response, String location)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      // a script asked: only Faces' own redirect makes the page itself go
      write(
          response,
          200,
          "text/xml",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
              + location.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")
              + "\"/></partial-response>");
      return;
    }
    response.setStatus(303);
    response.setHeader("Location", location);
  }

  private static void write(HttpServletResponse response, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(type);
    response.setCharacterEncoding("UTF-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
