package dev.tocsin.benchmark;

import dev.tocsin.launcher.Database;
import dev.tocsin.launcher.EmbeddedPostgres;
import dev.tocsin.launcher.ServerKind;
import dev.tocsin.launcher.TocsinServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A one-row insert over REST beside the same insert by pgbench, on the same database, in turns,
 * with {@code synchronous_commit=on}: prints a Markdown table of ratios.
 */
public final class BareInsert {

  private static final int WARM_UP_SECONDS = Integer.getInteger("warm-up", 45);
  private static final int SECONDS = Integer.getInteger("seconds", 15);
  private static final List<Integer> CLIENTS = List.of(1, 8, 16, 32);
  private static final String TABLE =
      "CREATE TABLE bare_row (id uuid PRIMARY KEY, subject text NOT NULL,"
          + " createdat timestamptz NOT NULL)";
  private static final String INSERT =
      "INSERT INTO bare_row (id, subject, createdat) VALUES (gen_random_uuid(), 'x', now())";

  private BareInsert() {}

  /** Starts a database and the server that {@code -Dserver} names, measures, and stops both. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Path directory =
        Files.createDirectories(
            Path.of(System.getProperty("tocsin.output")).toAbsolutePath().resolve("bare"));
    ServerKind kind = ServerKind.named(System.getProperty("tocsin.server", "wildfly"));
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
      Database database = postgres.database();
      execute(database, "DROP TABLE IF EXISTS bare_row");
      execute(database, TABLE);
      try (TocsinServer server =
          TocsinServer.on(kind)
              .ear(
                  Wrapped.in(
                      directory.resolve("bare.ear"),
                      Path.of(System.getProperty("tocsin.benchmark.war"))))
              .directory(directory)
              .database(database)
              .start()) {
        measure(new Load(directory), server.baseUri().resolve("bare"), database, System.out);
      }
    }
  }

  private static void measure(Load load, URI bare, Database database, PrintStream out)
      throws IOException, SQLException {
    String body = "{\"subject\":\"x\"}";
    load.post(bare, body, List.of(), 16, WARM_UP_SECONDS);
    out.println("| clients | pgbench /s | REST /s | ratio | median ms | p99 ms | errors |");
    out.println("|---|---|---|---|---|---|---|");
    for (int clients : CLIENTS) {
      execute(database, "TRUNCATE bare_row");
      Figure floor = load.sql(database, INSERT, clients, SECONDS);
      Figure rest = load.post(bare, body, List.of(), clients, SECONDS);
      out.printf(
          "| %d | %.0f | %.0f | %.2f | %.1f | %.1f | %d |%n",
          clients,
          floor.perSecond(),
          rest.perSecond(),
          rest.perSecond() / floor.perSecond(),
          rest.medianMillis(),
          rest.p99Millis(),
          rest.errors());
    }
  }

  private static void execute(Database database, String statement) throws SQLException {
    try (Connection connection = database.connect();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
