package dev.tocsin.benchmark;

import dev.tocsin.launcher.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A ticket that Tocsin itself made, with every row that hangs on it: the pattern for statements
 * that write the same rows without Tocsin.
 *
 * <p>Tables and columns are asked of the database, so a migration needs no change here.
 */
final class SampleTicket {

  private static final String TICKET = "ticketing.ticket";
  private static final String NUMBER = "nextval('ticketing.ticket_number')";

  /** Twenty words of 50,000, of which few are frequent and most are rare. */
  private static final String WORDS =
      "(SELECT setweight(to_tsvector('english', string_agg('word'"
          + " || (power(random(), 4) * 50000)::int, ' ')), 'B') FROM generate_series(1, 20 + 0 * n))";

  private final Database database;
  private final List<Row> rows = new ArrayList<>();

  /** Takes the ticket of this id as the sample. */
  SampleTicket(Database database, String id) throws SQLException {
    this.database = database;
    rows.add(new Row(TICKET, "id = '" + id + "'", 0));
    for (String table : tables("WHERE column_name = 'ticket_id'")) {
      String where = "ticket_id = '" + id + "'";
      int count = Integer.parseInt(first("SELECT count(*) FROM " + table + " WHERE " + where));
      for (int ordinal = 0; ordinal < count; ordinal++) {
        rows.add(new Row(table, where, ordinal));
      }
    }
  }

  /**
   * Returns a transaction for pgbench that inserts the same rows with literal values: what creating
   * a ticket costs PostgreSQL alone.
   */
  String transaction() throws SQLException {
    StringBuilder script = new StringBuilder("\\set n random(1, 9000000000000000000)\nBEGIN;\n");
    for (Row row : rows) {
      Map<String, String> own = row.ids(":n");
      List<String> columns = columns(row.table());
      List<String> values = new ArrayList<>();
      for (String column : columns) {
        values.add(own.containsKey(column) ? own.get(column) : row.literal(column));
      }
      script.append(row.insert(columns)).append(" VALUES (").append(String.join(", ", values));
      script.append(");\n");
    }
    return script.append("COMMIT").toString();
  }

  /** Inserts so many copies, each changed a second after the next, with words of its own. */
  void multiply(int copies) throws SQLException {
    long from = Long.parseLong(first("SELECT count(*) FROM " + TICKET));
    for (Row row : rows) {
      Map<String, String> own = row.ids("n");
      UnaryOperator<String> value =
          column ->
              switch (column) {
                case "updated_at" -> "now() - n * interval '1 second'";
                case "words" -> WORDS;
                default -> own.getOrDefault(column, "s." + column);
              };
      List<String> columns = columns(row.table());
      Sql.execute(
          database,
          "%s SELECT %s FROM generate_series(%d, %d) n, (SELECT * %s) s"
              .formatted(
                  row.insert(columns),
                  String.join(", ", columns.stream().map(value).toList()),
                  from + 1,
                  from + copies,
                  row.from()));
    }
    Sql.execute(database, "VACUUM ANALYZE");
  }

  private List<String> columns(String table) throws SQLException {
    return Sql.strings(
        database,
        "SELECT column_name FROM information_schema.columns WHERE table_schema || '.' || table_name"
            + " = '"
            + table
            + "' ORDER BY ordinal_position");
  }

  private List<String> tables(String where) throws SQLException {
    return Sql.strings(
        database,
        "SELECT table_schema || '.' || table_name FROM information_schema.columns"
            + " JOIN information_schema.tables USING (table_schema, table_name) "
            + where
            + " AND table_type = 'BASE TABLE' ORDER BY 1");
  }

  private String first(String query) throws SQLException {
    return Sql.strings(database, query).get(0);
  }

  /** One row of the sample: the so-manieth of those that a condition finds. */
  private final class Row {
    private final String table;
    private final String where;
    private final int ordinal;

    Row(String table, String where, int ordinal) {
      this.table = table;
      this.where = where;
      this.ordinal = ordinal;
    }

    String table() {
      return table;
    }

    String from() {
      return "FROM %s WHERE %s ORDER BY ctid OFFSET %d LIMIT 1".formatted(table, where, ordinal);
    }

    String insert(List<String> columns) {
      return "INSERT INTO " + table + " (" + String.join(", ", columns) + ")";
    }

    /** Returns the columns that differ from copy to copy, all made from one number. */
    Map<String, String> ids(String number) {
      String ticket = "md5(%s::text)::uuid".formatted(number);
      return table.equals(TICKET)
          ? Map.of("id", ticket, "number", NUMBER)
          : Map.of(
              "ticket_id",
              ticket,
              "id",
              "md5(%s::text || '%s%d')::uuid".formatted(number, table, ordinal));
    }

    /** Returns a value as SQL; pgbench would take a colon in it for a variable. */
    String literal(String column) throws SQLException {
      return first(
          """
          SELECT CASE WHEN %1$s IS NULL THEN 'NULL' ELSE 'CAST(E'
          || replace(quote_literal(%1$s::text), ':', '\\x3a') || ' AS ' || pg_typeof(%1$s) || ')' END
          %2$s"""
              .formatted(column, from()));
    }
  }
}
