package dev.tocsin.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path parent;

  @Test
  void itIsMadeForItsOwnerOnly() throws IOException {
    Path path = parent.resolve("data");

    try (DataDirectory held = DataDirectory.hold(path)) {
      assertThat(held.resolve("x")).isEqualTo(path.resolve("x"));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void twoTocsinsDoNotShareOne() {
    try (DataDirectory held = DataDirectory.hold(parent)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> DataDirectory.hold(parent))
          .isInstanceOf(LaunchFailure.class)
          .hasMessage(
              "Another Tocsin is running on " + parent + ": stop it or choose another --data DIR.");
    }
    DataDirectory.hold(parent).close();
  }

  @Test
  void aFileInItsPlaceIsRefused() throws IOException {
    Path file = Files.createFile(parent.resolve("data"));

    assertThatThrownBy(() -> DataDirectory.hold(file))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageStartingWith("The directory " + file + " cannot be used: ");
  }

  @Test
  void aFullDiskIsSaidInWords() {
    assertThatThrownBy(() -> DataDirectory.checkRoom(parent, 3L << 20, 100L << 20))
        .isInstanceOf(LaunchFailure.class)
        .hasMessage(
            "The disk of " + parent + " is full: 3 MB are free and Tocsin needs 100 MB to start.");
    assertThat(DataDirectory.reason(new IOException("write: No space left on device")))
        .isEqualTo("the disk is full.");
  }
}
