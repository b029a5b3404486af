package dev.tocsin.launcher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL database and the role that Tocsin uses in it. */
public record Database(String url, String user, String password) {
  private static final int OLDEST = 15;

  /**
   * Answer the database that the environment names, or null if it names none.
   *
   * @throws LaunchFailure if it names one in part
   */
  static @Nullable Database fromEnvironment(Map<String, String> env) {
    String url = env.getOrDefault("TOCSIN_DB_URL", "");
    if (url.isBlank()) {
      return null;
    }
    String user = env.get("TOCSIN_DB_USER");
    String password = env.get("TOCSIN_DB_PASSWORD");
    if (user == null || password == null) {
      throw new LaunchFailure(
          "TOCSIN_DB_URL is set; set TOCSIN_DB_USER and TOCSIN_DB_PASSWORD as well.");
    }
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new LaunchFailure(
          "TOCSIN_DB_URL must look like jdbc:postgresql://host:5432/tocsin, not " + url + ".");
    }
    return new Database(url, user, password);
  }

  /** Open a connection that auto-commits; the caller closes it. */
  public Connection connect() throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setConnectTimeout(10);
    return source.getConnection(user, password);
  }

  /** The three variables by which every server learns of its database. */
  Map<String, String> environment() {
    return Map.of("TOCSIN_DB_URL", url, "TOCSIN_DB_USER", user, "TOCSIN_DB_PASSWORD", password);
  }

  /**
   * Make sure that Tocsin can work with it.
   *
   * @throws LaunchFailure if it does not answer or is too old
   */
  void check() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SHOW server_version_num")) {
      result.next();
      checkVersion(result.getInt(1));
    } catch (SQLException e) {
      throw new LaunchFailure(
          "The database " + url + " cannot be used: " + firstLine(e.getMessage()), e);
    }
  }

  /**
   * Refuse a PostgreSQL that is too old.
   *
   * @param number PostgreSQL's own notation, such as 150004
   */
  static void checkVersion(int number) {
    int major = number / 10_000;
    if (major < OLDEST) {
      throw new LaunchFailure(
          "The database is PostgreSQL " + major + "; Tocsin needs " + OLDEST + " or newer.");
    }
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "it gives no reason." : message.lines().findFirst().orElse("");
  }

  @Override
  public String toString() {
    return user + " at " + url;
  }
}
