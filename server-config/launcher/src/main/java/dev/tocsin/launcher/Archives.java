package dev.tocsin.launcher;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.postgresql.Driver;

/** Finds the files that Maven resolved for the launcher. */
final class Archives {
  private Archives() {}

  /** Answer the file that a system property names. */
  static Path named(String property) {
    Path file = Path.of(System.getProperty(property, ""));
    if (!Files.isRegularFile(file)) {
      throw new LaunchFailure(
          "The system property " + property + " must name a file; ./mvnw -Prun sets it.");
    }
    return file.toAbsolutePath();
  }

  /** Answer the jar of the PostgreSQL driver, the one the launcher itself uses. */
  static Path driver() {
    try {
      return Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
