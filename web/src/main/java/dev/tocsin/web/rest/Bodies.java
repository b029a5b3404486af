package dev.tocsin.web.rest;

import dev.tocsin.persistence.Json;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Reads bodies that a caller may leave out. */
public final class Bodies {

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
}
