package dev.tocsin.ticketing.fields;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What a custom field may hold. */
public enum FieldType {
  TEXT,
  NUMBER,
  /** A calendar day, {@code YYYY-MM-DD}. */
  DATE,
  BOOLEAN,
  /** One of the field's options. */
  SELECT,
  /** Some of the field's options, each once. */
  MULTI_SELECT;

  private static final int LONGEST = 10_000;

  /** Returns whether a field of this type has options. */
  public boolean hasOptions() {
    return this == SELECT || this == MULTI_SELECT;
  }

  /** Returns what a value would have to be; empty when it is. */
  public Optional<String> refusalOf(Object value, List<String> options) {
    boolean fits =
        switch (this) {
          case TEXT ->
              value instanceof String text && text.length() <= LONGEST && text.indexOf('\0') < 0;
          case NUMBER -> value instanceof Number;
          case DATE -> value instanceof String text && isDay(text);
          case BOOLEAN -> value instanceof Boolean;
          case SELECT -> options.contains(value);
          case MULTI_SELECT ->
              value instanceof List<?> list
                  && options.containsAll(list)
                  && new HashSet<>(list).size() == list.size();
        };
    return fits ? Optional.empty() : Optional.of(wanted(options));
  }

  private String wanted(List<String> options) {
    return switch (this) {
      case TEXT -> "must be a text of at most " + LONGEST + " characters";
      case NUMBER -> "must be a number";
      case DATE -> "must be a day, for example 2026-01-31";
      case BOOLEAN -> "must be true or false";
      case SELECT -> "must be one of " + String.join(", ", options);
      case MULTI_SELECT -> "must be a list of some of " + String.join(", ", options);
    };
  }

  private static boolean isDay(String text) {
    try {
      LocalDate.parse(
          text, DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
