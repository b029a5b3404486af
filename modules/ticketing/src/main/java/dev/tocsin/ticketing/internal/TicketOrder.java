package dev.tocsin.ticketing.internal;

import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.persistence.InvalidCursor;
import dev.tocsin.ticketing.TicketQuery.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns to sort by, all in one direction, the id last. */
record TicketOrder(List<String> columns, boolean descending) {

  static TicketOrder of(Sort sort) {
    return switch (sort) {
      // what a ranking compares are those changed last
      case UPDATED_DESC, RELEVANCE -> new TicketOrder(List.of("updated_at", "id"), true);
      case UPDATED_ASC -> new TicketOrder(List.of("updated_at", "id"), false);
      case CREATED_DESC -> new TicketOrder(List.of("created_at", "id"), true);
      case CREATED_ASC -> new TicketOrder(List.of("created_at", "id"), false);
      case PRIORITY_ASC -> new TicketOrder(List.of("priority", "updated_at", "id"), false);
      case PRIORITY_DESC -> new TicketOrder(List.of("priority", "updated_at", "id"), true);
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
