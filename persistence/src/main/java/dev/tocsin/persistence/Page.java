package dev.tocsin.persistence;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param data the rows, in the list's order
 * @param nextCursor where the next page begins; null on the last page
 */
public record Page<T>(List<T> data, @Nullable String nextCursor) {

  public Page {
    data = List.copyOf(data);
  }

  /**
   * Makes a page of rows fetched with {@link PageRequest#fetch()}, which asks for one more than the
   * page holds.
   *
   * @param cursor the cursor that continues after a given row
   */
  public static <T> Page<T> of(List<T> fetched, PageRequest request, Function<T, Cursor> cursor) {
    if (fetched.size() <= request.limit()) {
      return new Page<>(fetched, null);
    }
    List<T> rows = fetched.subList(0, request.limit());
    return new Page<>(rows, cursor.apply(rows.get(rows.size() - 1)).encode());
  }

  /** Returns the same page with every row mapped. */
  public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
    return new Page<>(data.stream().<R>map(mapping).toList(), nextCursor);
  }
}
