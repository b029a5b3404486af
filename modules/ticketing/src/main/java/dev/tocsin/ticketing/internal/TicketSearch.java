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
import java.util.stream.Collectors;
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

  /** A column to sort by, before the id. */
  private record Order(String column, boolean descending) {

    static Order of(Sort sort) {
      return switch (sort) {
        case UPDATED_DESC -> new Order("updated_at", true);
        case UPDATED_ASC -> new Order("updated_at", false);
        case CREATED_DESC -> new Order("created_at", true);
        case CREATED_ASC -> new Order("created_at", false);
        case PRIORITY_ASC -> new Order("priority", false);
        case PRIORITY_DESC -> new Order("priority", true);
      };
    }

    String by() {
      String direction = descending ? " DESC" : " ASC";
      return " ORDER BY t." + column + direction + ", t.id" + direction;
    }

    Cursor cursor(Ticket ticket) {
      return switch (column) {
        case "updated_at" -> Cursor.of(column, ticket.updatedAt(), ticket.id());
        case "created_at" -> Cursor.of(column, ticket.createdAt(), ticket.id());
        default -> Cursor.of(column, Code.of(ticket.priority()), ticket.id());
      };
    }

    Object key(Cursor cursor) {
      if (!cursor.text(0).equals(column)) {
        throw new InvalidCursor(new IllegalArgumentException("made for another order"));
      }
      return column.equals("priority") ? cursor.text(1) : InstantColumn.of(cursor.instant(1));
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

    void after(Order order, Cursor cursor) {
      String key = parameter(order.key(cursor));
      String id = parameter(cursor.id(2));
      conditions.add(
          "(t."
              + order.column()
              + ", t.id) "
              + (order.descending() ? "<" : ">")
              + " ("
              + key
              + ", CAST("
              + id
              + " AS uuid))");
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
