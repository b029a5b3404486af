package dev.tocsin.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir Path directory;

  @Test
  void whatIsCommittedIsFoundByTheNextOne() throws SQLException {
    try (EmbeddedPostgres first = EmbeddedPostgres.start(directory)) {
      first.database().check();
      execute(first.database(), "CREATE TABLE fact (name text)");
      execute(first.database(), "INSERT INTO fact VALUES ('Ünïcode')");
      assertThat(query(first.database(), "SHOW fsync")).isEqualTo("on");
      assertThat(query(first.database(), "SHOW synchronous_commit")).isEqualTo("on");
    }
    try (EmbeddedPostgres second = EmbeddedPostgres.start(directory)) {
      assertThat(query(second.database(), "SELECT lower(name) FROM fact")).isEqualTo("ünïcode");
    }
  }

  @Test
  void oneThatWasLeftOverIsStoppedFirst() throws SQLException {
    EmbeddedPostgres leftOver = EmbeddedPostgres.start(directory);
    execute(leftOver.database(), "CREATE TABLE fact (name text)");

    try (EmbeddedPostgres next = EmbeddedPostgres.start(directory)) {
      assertThat(query(next.database(), "SELECT count(*) FROM fact")).isEqualTo("0");
      assertThatThrownBy(() -> leftOver.database().check()).isInstanceOf(LaunchFailure.class);
    }
  }

  @Test
  void nobodyComesInWithoutThePassword() {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
      Database guess = new Database(postgres.database().url(), "postgres", "postgres");

      assertThatThrownBy(guess::connect).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void dataOfAnotherMajorVersionAreLeftAlone() throws IOException {
    Path data = Files.createDirectories(directory.resolve("postgres"));
    Files.writeString(data.resolve("PG_VERSION"), "14\n");

    assertThatThrownBy(() -> EmbeddedPostgres.start(directory))
        .isInstanceOf(LaunchFailure.class)
        .hasMessage(
            "The data in %s are of PostgreSQL 14 and this Tocsin brings 17: dump and restore them."
                .formatted(data));
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(Database database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
