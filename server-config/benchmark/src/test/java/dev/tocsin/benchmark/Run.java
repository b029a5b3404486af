package dev.tocsin.benchmark;

import dev.tocsin.launcher.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a benchmark was told on its command line, and where it says what it found.
 *
 * @param warmUp seconds of load before anything is measured
 * @param seconds how long each figure is taken
 */
record Run(ServerKind kind, Path directory, int warmUp, int seconds) {

  /** Returns the run in a directory of this name. */
  static Run named(String name) throws IOException {
    Path output = Path.of(System.getProperty("tocsin.output")).toAbsolutePath();
    return new Run(
        ServerKind.named(System.getProperty("tocsin.server", "wildfly")),
        Files.createDirectories(output.resolve(name)),
        Integer.getInteger("warm-up", 45),
        Integer.getInteger("seconds", 15));
  }

  /** Says one line. */
  void line(String text) {
    System.out.println(text);
  }
}
