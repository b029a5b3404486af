package dev.tocsin.ticketing.internal;

import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.Json;
import dev.tocsin.ticketing.TicketQuery;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The conditions of a query with their parameters. */
final class TicketConditions {
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  TicketConditions(TicketQuery query) {
    anyOf("t.status", query.status());
    anyOf("t.priority", query.priority());
    anyOf("t.sla_state", query.sla());
    equal("t.assignee_id", query.assigneeId());
    equal("t.team_id", query.teamId());
    equal("t.customer_id", query.customerId());
    if (!query.tags().isEmpty()) {
      conditions.add("t.tags @> CAST(" + parameter(Json.write(query.tags())) + " AS jsonb)");
    }
    if (query.unassigned()) {
      conditions.add("t.assignee_id IS NULL");
    }
    query.fields().forEach(this::field);
  }

  /** Finds a value whatever its field's type: as a text, as one of a list, as what it reads as. */
  private void field(String key, String value) {
    Stream<Object> forms =
        Stream.concat(Stream.of(value, List.of(value)), CustomFields.readAs(value).stream());
    conditions.add(
        // the first half is for the planner: the index holds tickets that have fields only
        "t.custom_fields <> '{}' AND "
            + forms
                .map(form -> parameter(Json.write(Map.of(key, form))))
                .map(json -> "t.custom_fields @> CAST(" + json + " AS jsonb)")
                .collect(Collectors.joining(" OR ", "(", ")")));
  }

  void after(TicketOrder order, Cursor cursor) {
    String columns = order.columns().stream().map(c -> "t." + c).collect(Collectors.joining(", "));
    String key = order.key(cursor).stream().map(this::typed).collect(Collectors.joining(", "));
    conditions.add("(" + columns + ") " + (order.descending() ? "<" : ">") + " (" + key + ")");
  }

  private String typed(Object value) {
    return value instanceof UUID ? "CAST(" + parameter(value) + " AS uuid)" : parameter(value);
  }

  private void anyOf(String column, Collection<? extends Enum<?>> values) {
    if (!values.isEmpty()) {
      conditions.add(
          values.stream()
              .map(value -> parameter(Code.of(value)))
              .collect(Collectors.joining(", ", column + " IN (", ")")));
    }
  }

  private void equal(String column, @Nullable Object value) {
    if (value != null) {
      conditions.add(column + " = CAST(" + parameter(value) + " AS uuid)");
    }
  }

  /** Adds a parameter and returns what stands for it. */
  String parameter(Object value) {
    parameters.add(value);
    return "?" + parameters.size();
  }

  /** Returns the conditions, and those given, behind a WHERE; nothing when there are none. */
  String where(String... more) {
    List<String> all = new ArrayList<>(conditions);
    all.addAll(List.of(more));
    return all.isEmpty() ? "" : all.stream().collect(Collectors.joining(" AND ", " WHERE ", ""));
  }

  /** Returns the rows of a query, its parameters bound. */
  @SuppressWarnings("unchecked") // native queries know no types
  <T> List<T> bind(Query query, Class<T> type) {
    for (int i = 0; i < parameters.size(); i++) {
      query.setParameter(i + 1, parameters.get(i));
    }
    return ((List<T>) query.getResultList()).stream().map(type::cast).toList();
  }
}
