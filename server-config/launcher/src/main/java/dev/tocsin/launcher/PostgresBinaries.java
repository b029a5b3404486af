package dev.tocsin.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL that the launcher brings along. */
final class PostgresBinaries {
  /** Change with the version of the binaries in the root POM. */
  static final String MAJOR = "17";

  private PostgresBinaries() {}

  /**
   * Answer the directory with PostgreSQL's bin and lib, unpacked below the given one if need be.
   */
  static Path in(Path directory) throws IOException {
    Path home = directory.resolve("postgresql-" + MAJOR);
    if (Files.exists(home)) {
      return home;
    }
    Path part = directory.resolve("postgresql-" + MAJOR + ".part-" + ProcessHandle.current().pid());
    Files.createDirectories(part);
    unpack(part);
    Files.move(part, home);
    return home;
  }

  private static void unpack(Path target) throws IOException {
    String resource = "/postgres-linux-" + architecture() + ".txz";
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new LaunchFailure(
            "There is no embedded PostgreSQL for this kind of machine: name one of your own with"
                + " TOCSIN_DB_URL, TOCSIN_DB_USER and TOCSIN_DB_PASSWORD.");
      }
      Process tar =
          new ProcessBuilder("tar", "-x", "-C", target.toString())
              .redirectErrorStream(true)
              .start();
      try (OutputStream out = tar.getOutputStream()) {
        new XZInputStream(packed).transferTo(out);
      }
      String output =
          new String(tar.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      if (tar.waitFor() != 0) {
        throw new IOException(output.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while unpacking PostgreSQL", e);
    }
  }

  private static String architecture() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch");
    if (!system.contains("linux")) {
      return system.replace(' ', '_');
    }
    return "amd64".equals(machine) ? "x86_64" : machine;
  }
}
