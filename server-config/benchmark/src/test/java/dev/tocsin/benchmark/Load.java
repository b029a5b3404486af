package dev.tocsin.benchmark;

import dev.tocsin.launcher.Database;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Puts load on a server with wrk, or on PostgreSQL itself with pgbench; both come from Debian. */
final class Load {

  private final Path directory;

  Load(Path directory) {
    this.directory = directory;
  }

  /** Sends one POST over and over on every connection. */
  Figure post(URI url, String json, List<String> headers, int clients, int seconds)
      throws IOException {
    StringBuilder script = new StringBuilder("wrk.method = 'POST'\n");
    script.append("wrk.body = '").append(json).append("'\n");
    script.append("wrk.headers['Content-Type'] = 'application/json'\n");
    for (String header : headers) {
      String[] parts = header.split(": ", 2);
      script.append("wrk.headers['%s'] = '%s'%n".formatted(parts[0], parts[1]));
    }
    Path file = Files.writeString(directory.resolve("post.lua"), script);
    return Figure.ofWrk(
        run(
            List.of(
                "wrk",
                "--latency",
                "--threads=1",
                "--connections=" + clients,
                "--duration=" + seconds + "s",
                "--timeout=30s",
                "--script=" + file,
                url.toString())));
  }

  /** Runs one SQL script over and over on every connection, prepared. */
  Figure sql(Database database, String statement, int clients, int seconds) throws IOException {
    Path file = Files.writeString(directory.resolve("insert.sql"), statement + ";\n");
    URI url = URI.create(database.url().substring("jdbc:".length()));
    List<String> command = new ArrayList<>(List.of("pgbench"));
    command.addAll(List.of("--no-vacuum", "--protocol=prepared", "--jobs=1"));
    command.addAll(List.of("--client=" + clients, "--time=" + seconds, "--file=" + file));
    command.addAll(List.of("--host=" + url.getHost(), "--port=" + url.getPort()));
    command.addAll(List.of("--username=" + database.user(), url.getPath().substring(1)));
    return Figure.ofPgbench(run(command, "PGPASSWORD", database.password()));
  }

  private static String run(List<String> command, String... environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    for (int i = 0; i < environment.length; i += 2) {
      builder.environment().put(environment[i], environment[i + 1]);
    }
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.onExit().join().exitValue();
    if (exit != 0) {
      throw new IOException(command + " ended with " + exit + ":\n" + output);
    }
    return output;
  }
}
