package dev.tocsin.ticketing.internal;

import dev.tocsin.platform.error.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Custom fields: texts, numbers, booleans and lists of texts by name, nothing nested. */
final class CustomFields {

  private static final int LONGEST = 10_000;
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

  /** Returns a fault for every value that no field can have. */
  static List<Fault> faults(@Nullable Map<String, ? extends @Nullable Object> given) {
    List<Fault> faults = new ArrayList<>();
    if (given != null) {
      given.forEach(
          (name, value) -> {
            if (!fits(value)) {
              String pointer = "/custom_fields/" + name.replace("~", "~0").replace("/", "~1");
              faults.add(
                  new Fault(
                      pointer,
                      "invalid",
                      "must be a text of at most "
                          + LONGEST
                          + " characters, a number, a boolean or a list of texts"));
            }
          });
    }
    return faults;
  }

  /** Returns the number or boolean that a text reads as; empty for a text that is only that. */
  static Optional<Object> readAs(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Optional.of(Boolean.valueOf(text));
    }
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  private static boolean fits(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.size() <= 100 && list.stream().allMatch(CustomFields::isText);
    }
    return value == null || value instanceof Number || value instanceof Boolean || isText(value);
  }

  private static boolean isText(@Nullable Object value) {
    return value instanceof String text && text.length() <= LONGEST && text.indexOf('\0') < 0;
  }
}
