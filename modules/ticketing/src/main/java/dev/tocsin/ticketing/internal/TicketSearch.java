package dev.tocsin.ticketing.internal;

import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.persistence.InvalidCursor;
import dev.tocsin.persistence.Json;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Unit;
import dev.tocsin.ticketing.TicketQuery;
import dev.tocsin.ticketing.TicketQuery.Sort;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers {@link TicketQuery}s in SQL: PostgreSQL's text search has no place in JPQL. */
@Dependent
public class TicketSearch {

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  /** Which comments a search looks into. */
  public enum Reader {
    STAFF,
    CUSTOMER
  }

  /** Returns one page. */
  public Page<Ticket> page(TicketQuery query, Reader reader, PageRequest request) {
    Filter filter = new Filter(query, reader);
    Order order = Order.of(query.sort());
    request.position().ifPresent(cursor -> filter.after(order, cursor));
    String sql =
        "SELECT t.* FROM ticketing.ticket t"
            + filter.where()
            + order.by()
            + " LIMIT "
            + request.fetch();
    List<Ticket> rows =
        filter.bind(entityManager.createNativeQuery(sql, Ticket.class), Ticket.class);
    return Page.of(rows, request, order::cursor);
  }

  /** Returns everything a query finds. */
  public List<Ticket> all(TicketQuery query) {
    Filter filter = new Filter(query, Reader.STAFF);
    String sql =
        "SELECT t.* FROM ticketing.ticket t" + filter.where() + Order.of(query.sort()).by();
    return filter.bind(entityManager.createNativeQuery(sql, Ticket.class), Ticket.class);
  }

  /** Returns how many tickets a query finds, counting no further than {@code most}. */
  public long count(TicketQuery query, Reader reader, int most) {
    Filter filter = new Filter(query, reader);
    String sql =
        "SELECT count(*) FROM (SELECT 1 FROM ticketing.ticket t"
            + filter.where()
            + " LIMIT "
            + most
            + ") found";
    return filter.bind(entityManager.createNativeQuery(sql), Number.class).get(0).longValue();
  }

  /** The columns to sort by, all in one direction, the id last. */
  private record Order(List<String> columns, boolean descending) {

    static Order of(Sort sort) {
      return switch (sort) {
        case UPDATED_DESC -> new Order(List.of("updated_at", "id"), true);
        case UPDATED_ASC -> new Order(List.of("updated_at", "id"), false);
        case CREATED_DESC -> new Order(List.of("created_at", "id"), true);
        case CREATED_ASC -> new Order(List.of("created_at", "id"), false);
        case PRIORITY_ASC -> new Order(List.of("priority", "updated_at", "id"), false);
        case PRIORITY_DESC -> new Order(List.of("priority", "updated_at", "id"), true);
      };
    }

    String by() {
      String direction = descending ? " DESC" : " ASC";
      return columns.stream()
          .map(column -> "t." + column + direction)
          .collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    Cursor cursor(Ticket ticket) {
      Stream<Object> values = columns.stream().map(column -> value(ticket, column));
      return Cursor.of(Stream.concat(Stream.of(name()), values).toArray());
    }

    private static Object value(Ticket ticket, String column) {
      return switch (column) {
        case "updated_at" -> ticket.updatedAt();
        case "created_at" -> ticket.createdAt();
        case "priority" -> Code.of(ticket.priority());
        default -> ticket.id();
      };
    }

    private String name() {
      return (descending ? "-" : "") + columns.get(0);
    }

    /** Returns the key a cursor holds, column by column, as native queries take it. */
    List<Object> key(Cursor cursor) {
      if (!cursor.text(0).equals(name())) {
        throw new InvalidCursor(new IllegalArgumentException("made for another order"));
      }
      List<Object> key = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        key.add(
            switch (columns.get(i)) {
              case "priority" -> cursor.text(i + 1);
              case "id" -> cursor.id(i + 1);
              default -> InstantColumn.of(cursor.instant(i + 1));
            });
      }
      return key;
    }
  }

  /** The conditions of a query with their parameters. */
  private static final class Filter {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    Filter(TicketQuery query, Reader reader) {
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
      if (query.q() != null && !query.q().isBlank()) {
        search(query.q(), reader);
      }
    }

    private void search(String words, Reader reader) {
      String wanted =
          "websearch_to_tsquery('english', CAST("
              + parameter(words.replace('\0', ' '))
              + " AS text))";
      // A customer's search leaves internal comments out before it asks, so that not even a
      // missing hit tells what stands in them.
      String document =
          reader == Reader.STAFF ? "w.words" : "ts_filter(w.words, CAST('{a,b,c}' AS \"char\"[]))";
      conditions.add(
          "t.id IN (SELECT w.ticket_id FROM ticketing.ticket_words w WHERE "
              + document
              + " @@ "
              + wanted
              + ")");
    }

    /**
     * Finds a value whatever its field's type: as a text, as one of a list, as what it reads as.
     */
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

    void after(Order order, Cursor cursor) {
      String columns =
          order.columns().stream().map(c -> "t." + c).collect(Collectors.joining(", "));
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

    private String parameter(Object value) {
      parameters.add(value);
      return "?" + parameters.size();
    }

    String where() {
      return conditions.isEmpty()
          ? ""
          : conditions.stream().collect(Collectors.joining(" AND ", " WHERE ", ""));
    }

    @SuppressWarnings("unchecked") // native queries know no types
    <T> List<T> bind(Query query, Class<T> type) {
      for (int i = 0; i < parameters.size(); i++) {
        query.setParameter(i + 1, parameters.get(i));
      }
      return ((List<T>) query.getResultList()).stream().map(type::cast).toList();
    }
  }
}
