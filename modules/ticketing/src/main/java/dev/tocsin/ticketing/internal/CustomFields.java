package dev.tocsin.ticketing.internal;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of custom fields by the fields' keys. */
final class CustomFields {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

  private CustomFields() {}

  /** Returns the fields that have a value. */
  static Map<String, Object> of(@Nullable Map<String, ? extends @Nullable Object> given) {
    return merged(Map.of(), given);
  }

  /** Returns fields changed by others, of which a null removes its name. */
  static Map<String, Object> merged(
      Map<String, Object> fields, @Nullable Map<String, ? extends @Nullable Object> changes) {
    Map<String, Object> merged = new TreeMap<>(fields);
    if (changes != null) {
      changes.forEach(
          (name, value) -> {
            if (value == null) {
              merged.remove(name);
            } else {
              merged.put(name, value);
            }
          });
    }
    return merged;
  }

  /** Returns the number or boolean that a text reads as; empty for a text that is only that. */
  static Optional<Object> readAs(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Optional.of(Boolean.valueOf(text));
    }
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }
}
