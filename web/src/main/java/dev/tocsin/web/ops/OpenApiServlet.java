package dev.tocsin.web.ops;

import dev.tocsin.persistence.Json;
import dev.tocsin.web.ApiV1;
import dev.tocsin.web.support.SupportApi;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Publishes the API's description at {@code /openapi}. */
@WebServlet("/openapi")
public class OpenApiServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private byte[] document = {};

  @Override
  public void init() {
    document =
        Json.write(OpenApiDocument.of(new ApiV1(), new SupportApi()))
            .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String accept = request.getHeader("Accept");
    // JSON is YAML: who asks for YAML gets the same bytes under that name
    boolean yaml = accept != null && accept.contains("yaml") && !accept.contains("json");
    response.setContentType(yaml ? "application/yaml" : "application/json");
    response.setCharacterEncoding("UTF-8");
    response.setContentLength(document.length);
    response.getOutputStream().write(document);
  }
}
