package dev.tocsin.web.rest;

import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.error.Rejected;
import org.jspecify.annotations.Nullable;

/** The {@code limit} and {@code cursor} of every list. */
public final class Paging {

  private Paging() {}

  /**
   * Returns the page a caller asks for.
   *
   * @throws Rejected for a limit outside 1 to 250
   */
  public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
    if (limit == null) {
      return new PageRequest(PageRequest.DEFAULT_LIMIT, cursor);
    }
    if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
      throw new Rejected("/limit", "out_of_range", "must be 1 to " + PageRequest.MAX_LIMIT);
    }
    return new PageRequest(limit, cursor);
  }
}
