package dev.tocsin.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreesTest {
  @TempDir Path directory;

  @Test
  void aZipIsUnpackedWithoutItsRootAndItsProgramsRun() throws IOException {
    Path zip = zip("server-1.0/", "server-1.0/bin/start.sh", "server-1.0/conf/server.xml");

    Trees.unzip(zip, directory.resolve("home"));

    assertThat(directory.resolve("home/bin/start.sh")).isExecutable().hasContent("content");
    assertThat(Files.isExecutable(directory.resolve("home/conf/server.xml"))).isFalse();
  }

  @Test
  void aZipThatReachesOutIsRefused() throws IOException {
    Path zip = zip("server-1.0/../../outside");

    assertThatThrownBy(() -> Trees.unzip(zip, directory.resolve("home")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("reaches out");
  }

  @Test
  void aTreeIsCopiedOverAndDeleted() throws IOException {
    Path source = Files.createDirectories(directory.resolve("a/b"));
    Files.writeString(source.resolve("file"), "new");
    Path target = Files.createDirectories(directory.resolve("copy/b"));
    Files.writeString(target.resolve("file"), "old");

    Trees.copy(directory.resolve("a"), directory.resolve("copy"));
    Trees.delete(directory.resolve("a"));
    Trees.delete(directory.resolve("a"));

    assertThat(target.resolve("file")).hasContent("new");
    assertThat(directory.resolve("a")).doesNotExist();
  }

  private Path zip(String... names) throws IOException {
    Path zip = directory.resolve("server.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : List.of(names)) {
        out.putNextEntry(new ZipEntry(name));
        if (!name.endsWith("/")) {
          out.write("content".getBytes(StandardCharsets.UTF_8));
        }
        out.closeEntry();
      }
    }
    return zip;
  }
}
