package dev.tocsin.incidents.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a query of the conditions that somebody has given, all of which must hold. */
final class Conditions {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  /** Adds a condition on one parameter when there is a value for it. */
  void ifGiven(@Nullable Object value, String condition, String parameter) {
    if (value != null) {
      conditions.add(condition);
      parameters.put(parameter, value);
    }
  }

  <T> TypedQuery<T> query(EntityManager manager, String select, String order, Class<T> type) {
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    TypedQuery<T> query = manager.createQuery(select + where + order, type);
    parameters.forEach(query::setParameter);
    return query;
  }

  /** Returns a pattern that finds the text anywhere, without case; null for none. */
  static @Nullable String pattern(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
  }
}
