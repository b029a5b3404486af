package dev.tocsin.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretKeysTest {
  @TempDir Path directory;

  @Test
  void theFirstStartMakesAKeyThatOnlyItsOwnerReads() throws IOException {
    Path file = directory.resolve("secret.keys");

    String keys = SecretKeys.in(file);

    assertThat(keys).startsWith("1:");
    assertThat(Base64.getDecoder().decode(keys.substring(2))).hasSize(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void laterStartsFindTheSameKeys() throws IOException {
    Path file = directory.resolve("secret.keys");

    assertThat(SecretKeys.in(file)).isEqualTo(SecretKeys.in(file));
  }

  @Test
  void anEmptyFileIsNotTakenForAFirstStart() throws IOException {
    Path file = Files.createFile(directory.resolve("secret.keys"));

    assertThatThrownBy(() -> SecretKeys.in(file))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageStartingWith(file + " is empty");
  }

  @Test
  void wordsDifferAndMayStandInALink() {
    assertThat(SecretKeys.word(18)).matches("[A-Za-z0-9_-]{24}").isNotEqualTo(SecretKeys.word(18));
  }
}
