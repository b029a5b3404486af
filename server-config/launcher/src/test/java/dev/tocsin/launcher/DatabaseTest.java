package dev.tocsin.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseTest {
  @Test
  void aPostgresqlThatIsTooOldIsRefused() {
    assertThatThrownBy(() -> Database.checkVersion(140_018))
        .isInstanceOf(LaunchFailure.class)
        .hasMessage("The database is PostgreSQL 14; Tocsin needs 15 or newer.");
  }

  @Test
  void theOldestAndNewerOnesAreGood() {
    assertThatCode(() -> Database.checkVersion(150_000)).doesNotThrowAnyException();
    assertThatCode(() -> Database.checkVersion(180_001)).doesNotThrowAnyException();
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNamedWithTheReason() {
    String url = "jdbc:postgresql://127.0.0.1:" + Ports.free() + "/tocsin";

    assertThatThrownBy(() -> new Database(url, "tocsin", "secret").check())
        .isInstanceOf(LaunchFailure.class)
        .hasMessageStartingWith("The database " + url + " cannot be used: ")
        .hasMessageContaining("refused")
        .hasMessageNotContaining("secret");
  }
}
