package dev.tocsin.ticketing.internal.fields;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a program may keep on a ticket by a key that no field has: nothing nested. */
final class PlainValue {

  private static final int LONGEST = 10_000;
  private static final int MOST = 100;

  private PlainValue() {}

  /** Returns what is wrong with a value; empty when nothing is. */
  static Optional<String> refusalOf(Object value) {
    boolean fits =
        value instanceof Number
            || value instanceof Boolean
            || isText(value)
            || (value instanceof List<?> list
                && list.size() <= MOST
                && list.stream().allMatch(PlainValue::isText));
    return fits
        ? Optional.empty()
        : Optional.of(
            "must be a text of at most %d characters, a number, a boolean or a list of texts"
                .formatted(LONGEST));
  }

  private static boolean isText(@Nullable Object value) {
    return value instanceof String text && text.length() <= LONGEST && text.indexOf('\0') < 0;
  }
}
