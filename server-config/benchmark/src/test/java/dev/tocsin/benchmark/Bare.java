package dev.tocsin.benchmark;

import dev.tocsin.launcher.Database;
import dev.tocsin.launcher.ServerKind;
import dev.tocsin.launcher.TocsinServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;

/** The server with nothing but the one-row insert: the floor that other figures stand on. */
record Bare(TocsinServer server, Database database) implements AutoCloseable {

  static final String INSERT =
      "INSERT INTO bare_row (id, subject, createdat) VALUES (gen_random_uuid(), 'x', now())";
  static final String BODY = "{\"subject\":\"x\"}";
  private static final String TABLE =
      "CREATE TABLE bare_row (id uuid PRIMARY KEY, subject text NOT NULL,"
          + " createdat timestamptz NOT NULL)";

  /** Starts it on an empty table. */
  static Bare start(ServerKind kind, Path directory, Database database)
      throws IOException, SQLException {
    Sql.execute(database, "DROP TABLE IF EXISTS bare_row");
    Sql.execute(database, TABLE);
    Path war = Path.of(System.getProperty("tocsin.benchmark.war"));
    TocsinServer server =
        TocsinServer.on(kind)
            .ear(Wrapped.in(directory.resolve("bare.ear"), war))
            .directory(directory)
            .installations(directory.resolveSibling("servers"))
            .database(database)
            .start();
    return new Bare(server, database);
  }

  /** Where one POST inserts one row. */
  URI url() {
    return server.baseUri().resolve("bare");
  }

  /** Empties the table, so that every row of figures begins alike. */
  void clear() throws SQLException {
    Sql.execute(database, "TRUNCATE bare_row");
  }

  @Override
  public void close() {
    server.close();
  }
}
