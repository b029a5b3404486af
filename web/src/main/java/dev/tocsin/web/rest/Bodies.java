package dev.tocsin.web.rest;

import dev.tocsin.persistence.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads bodies that a caller may leave out, and what is left of those that are refused. */
public final class Bodies {

  private static final System.Logger LOG = System.getLogger(Bodies.class.getName());

  /** How much of a refused body is swallowed. */
  private static final long MOST_SWALLOWED = 16L * 1024 * 1024;

  private Bodies() {}

  /**
   * Returns the command in a request's body; null when there is no body.
   *
   * @throws dev.tocsin.platform.error.Rejected with every fault
   */
  public static <T extends Record> @Nullable T optional(HttpServletRequest request, Class<T> type) {
    byte[] body = BufferedRequest.bodyOf(request);
    return body.length == 0
        ? null
        : type.cast(Binder.bind(Json.MAPPER.constructType(type), JsonText.read(body)));
  }

  /**
   * Reads on for a while, so that a client that still sends gets to read why it was refused; one
   * that has gone is no news.
   */
  public static void swallow(InputStream in) {
    byte[] buffer = new byte[8192];
    try {
      long swallowed = 0;
      int read = in.read(buffer);
      while (read >= 0 && swallowed < MOST_SWALLOWED) {
        swallowed += read;
        read = in.read(buffer);
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a client went away while it sent", e);
    }
  }
}
