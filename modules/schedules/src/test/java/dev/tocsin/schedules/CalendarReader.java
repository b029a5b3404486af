package dev.tocsin.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.persistence.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A second opinion on calendars: ical.js, run by Node, installed by npm as its lock file says.
 *
 * <p>It shares no code with Tocsin or with iCal4j.
 */
final class CalendarReader {
  private static final Path SOURCE = Path.of("src/test/node");
  private static final Path HOME = Path.of("target/calendar-reader");
  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", "read.mjs");

  private CalendarReader() {}

  /** Installs the reader afresh. */
  static void install() throws IOException, InterruptedException {
    Files.createDirectories(HOME);
    for (String file : FILES) {
      Files.copy(SOURCE.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    run("nothing", "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
  }

  /** Returns what the reader understood of a calendar. */
  static JsonNode read(CalendarFeed feed) throws IOException, InterruptedException {
    Files.write(HOME.resolve("calendar.ics"), feed.bytes());
    return Json.MAPPER.readTree(run("calendar.ics", "node", "read.mjs"));
  }

  private static String run(String input, String... command)
      throws IOException, InterruptedException {
    Path in = HOME.resolve(input);
    Path out = HOME.resolve("out.txt");
    ProcessBuilder process =
        new ProcessBuilder(command)
            .directory(HOME.toFile())
            .redirectError(HOME.resolve("errors.txt").toFile())
            .redirectOutput(out.toFile());
    if (Files.exists(in)) {
      process.redirectInput(in.toFile());
    }
    Process running;
    try {
      running = process.start();
    } catch (IOException e) {
      throw new AssertionError(command[0] + " is missing: apt-get install -y nodejs npm", e);
    }
    assertThat(running.waitFor(2, TimeUnit.MINUTES)).as("%s ended", command[0]).isTrue();
    assertThat(running.exitValue())
        .as(() -> String.join(" ", command) + ": " + textOf("errors.txt"))
        .isZero();
    return textOf("out.txt");
  }

  private static String textOf(String file) {
    try {
      return Files.readString(HOME.resolve(file));
    } catch (IOException e) {
      return String.valueOf(e);
    }
  }
}
