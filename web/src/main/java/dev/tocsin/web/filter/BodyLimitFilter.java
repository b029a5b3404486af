package dev.tocsin.web.filter;

import dev.tocsin.web.rest.BufferedRequest;
import dev.tocsin.web.rest.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the whole body of an API call before anything judges it, so that a body which is too long
 * is a 413 and never half an effect, declared or chunked.
 */
public class BodyLimitFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  static final int MOST_BYTES = 1024 * 1024;

  /** How much of a refused body is swallowed, so that the client gets to read the answer. */
  private static final long MOST_SWALLOWED = 16L * MOST_BYTES;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = Paths.of(request);
    if (!Paths.isApi(path)) {
      chain.doFilter(request, response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    boolean tooLarge = body.length > MOST_BYTES;
    if (tooLarge) {
      swallow(request.getInputStream());
      if (!Paths.isSupport(path)) {
        Answer.problem(request, response, Problems.tooLarge());
        return;
      }
    }
    chain.doFilter(new BufferedRequest(request, tooLarge ? new byte[0] : body, tooLarge), response);
  }

  private static void swallow(InputStream in) throws IOException {
    byte[] buffer = new byte[8192];
    long swallowed = 0;
    int read = in.read(buffer);
    while (read >= 0 && swallowed < MOST_SWALLOWED) {
      swallowed += read;
      read = in.read(buffer);
    }
  }
}
