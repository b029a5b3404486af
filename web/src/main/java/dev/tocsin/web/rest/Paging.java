package dev.tocsin.web.rest;

import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import java.util.List;
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
    Fault fault = fault(limit);
    if (fault != null) {
      throw new Rejected(List.of(fault));
    }
    return new PageRequest(limit, cursor);
  }

  /** Returns what is wrong with a limit; null when nothing is. */
  static @Nullable Fault fault(int limit) {
    return limit < 1 || limit > PageRequest.MAX_LIMIT
        ? new Fault("/limit", "out_of_range", "must be 1 to " + PageRequest.MAX_LIMIT)
        : null;
  }
}
