package dev.tocsin.web.filter;

import dev.tocsin.web.rest.Bodies;
import dev.tocsin.web.rest.BufferedRequest;
import dev.tocsin.web.rest.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Reads the whole body of an API call before anything judges it, so that a body which is too long
 * is a 413 and never half an effect, declared or chunked. Files that are uploaded go past it: they
 * have a limit of their own, and no place in memory.
 */
public class BodyLimitFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  static final int MOST_BYTES = 1024 * 1024;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = Paths.of(request);
    if (!Paths.isApi(path)) {
      chain.doFilter(request, response);
      return;
    }
    if (Paths.isUpload(path, request.getMethod())) {
      chain.doFilter(request, response);
      Bodies.swallow(request.getInputStream()); // what is refused unread, too
      return;
    }
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    boolean tooLarge = body.length > MOST_BYTES;
    if (tooLarge) {
      Bodies.swallow(request.getInputStream());
      if (!Paths.isSupport(path)) {
        Answer.problem(request, response, Problems.tooLarge());
        return;
      }
    }
    chain.doFilter(new BufferedRequest(request, tooLarge ? new byte[0] : body, tooLarge), response);
  }
}
