package dev.tocsin.persistence;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param limit rows a page, 1 to {@link #MAX_LIMIT}
 * @param cursor where to begin; null for the first page
 */
public record PageRequest(int limit, @Nullable String cursor) {

  /** Rows a page when nobody says. */
  public static final int DEFAULT_LIMIT = 50;

  /** The most rows one page holds. */
  public static final int MAX_LIMIT = 250;

  public PageRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT);
    }
  }

  /** Returns the request for the first page of the default length. */
  public static PageRequest first() {
    return new PageRequest(DEFAULT_LIMIT, null);
  }

  /** Returns how many rows to fetch: one more than the page, to see whether another follows. */
  public int fetch() {
    return limit + 1;
  }

  /**
   * Returns the decoded cursor, if any.
   *
   * @throws InvalidCursor when it is not one this system gave out
   */
  public Optional<Cursor> position() {
    return Optional.ofNullable(cursor).map(Cursor::decode);
  }
}
