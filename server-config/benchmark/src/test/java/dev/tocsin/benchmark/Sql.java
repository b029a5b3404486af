package dev.tocsin.benchmark;

import dev.tocsin.launcher.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Short statements, each on a connection of its own. */
final class Sql {

  private Sql() {}

  /** Runs one statement and returns how many rows it touched. */
  static int execute(Database database, String statement) throws SQLException {
    try (Connection connection = database.connect();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
      return sql.getUpdateCount();
    }
  }

  /** Returns the first column of what a query finds, as text. */
  static List<String> strings(Database database, String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
