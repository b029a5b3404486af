package dev.tocsin.web.console;

import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.PageRequest;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list is narrowed by, exactly as its address says it, so that every view of a list can be
 * bookmarked and sent to a colleague.
 */
public final class Filters implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String CURSOR = "cursor";

  private final LinkedHashMap<String, String> values = new LinkedHashMap<>();

  /** Returns the values by parameter name; view parameters write here. */
  public Map<String, String> getValues() {
    return values;
  }

  /** Returns whether anything but the position narrows the list. */
  public boolean isNarrowed() {
    return values.keySet().stream().anyMatch(name -> !name.equals(CURSOR) && text(name) != null);
  }

  /** Returns whether the list stands on a later page than the first. */
  public boolean isContinued() {
    return text(CURSOR) != null;
  }

  /** Returns a value's text; null when absent or blank. */
  public @Nullable String text(String name) {
    String value = values.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** Returns a value as the constant with this code; null when absent or unknown. */
  public <E extends Enum<E>> @Nullable E one(String name, Class<E> type) {
    String value = text(name);
    for (E constant : type.getEnumConstants()) {
      if (Code.of(constant).equals(value)) {
        return constant;
      }
    }
    return null;
  }

  /** Returns a value as an id; null when absent or not an id. */
  public @Nullable UUID id(String name) {
    String value = text(name);
    try {
      return value == null ? null : UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Returns the page these filters stand on. */
  public PageRequest request() {
    return new PageRequest(PageRequest.DEFAULT_LIMIT, text(CURSOR));
  }

  /** Returns whether a parameter has a value; no value matches an absent one. */
  public boolean has(String name, @Nullable String value) {
    return Objects.equals(text(name), value == null || value.isBlank() ? null : value);
  }

  /** Returns the address of the first page with one parameter changed; no value removes it. */
  public String with(String name, @Nullable String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.remove(CURSOR);
    changed.put(name, value == null ? "" : value);
    return query(changed);
  }

  /** Returns the address of the page that begins at a cursor; null is the first page. */
  public String at(@Nullable String cursor) {
    return with(CURSOR, cursor);
  }

  private static String query(Map<String, String> values) {
    StringBuilder query = new StringBuilder("?");
    values.forEach(
        (name, value) -> {
          if (value != null && !value.isBlank()) {
            query
                .append(query.length() > 1 ? "&" : "")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
          }
        });
    return query.toString();
  }
}
