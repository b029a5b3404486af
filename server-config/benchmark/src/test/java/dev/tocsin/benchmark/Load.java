package dev.tocsin.benchmark;

import dev.tocsin.launcher.Database;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts load on a server with wrk, or on PostgreSQL itself with pgbench; both come from Debian. */
final class Load {

  private final Path directory;

  Load(Path directory) {
    this.directory = directory;
  }

  /** Sends one POST over and over on every connection. */
  Figure post(URI url, String json, Map<String, String> headers, int clients, int seconds)
      throws IOException {
    String script =
        "wrk.method = 'POST'\n"
            + "wrk.body = '%s'\n".formatted(json)
            + "wrk.headers['Content-Type'] = 'application/json'\n";
    return wrk(url, script + lua(headers), clients, seconds);
  }

  /** Asks for one address over and over on every connection. */
  Figure get(URI url, Map<String, String> headers, int clients, int seconds) throws IOException {
    return wrk(url, lua(headers), clients, seconds);
  }

  /**
   * Asks on every connection for one address after another.
   *
   * @param path a Lua expression for the path and query of the next
   */
  Figure getEach(URI host, String path, Map<String, String> headers, int clients, int seconds)
      throws IOException {
    String script = "request = function() return wrk.format('GET', " + path + ") end\n";
    return wrk(host, lua(headers) + script, clients, seconds);
  }

  private Figure wrk(URI url, String script, int clients, int seconds) throws IOException {
    Path file = Files.writeString(directory.resolve("load.lua"), script);
    List<String> command = new ArrayList<>(List.of("wrk", "--latency", "--threads=1"));
    command.addAll(List.of("--connections=" + clients, "--duration=" + seconds + "s"));
    command.addAll(List.of("--timeout=30s", "--script=" + file, url.toString()));
    return Figure.ofWrk(run(command));
  }

  private static String lua(Map<String, String> headers) {
    StringBuilder script = new StringBuilder();
    headers.forEach(
        (name, value) -> script.append("wrk.headers['%s'] = '%s'%n".formatted(name, value)));
    return script.toString();
  }

  /** Runs one script of SQL statements over and over on every connection, prepared. */
  Figure sql(Database database, String statement, int clients, int seconds) throws IOException {
    Path file = Files.writeString(directory.resolve("load.sql"), statement + ";\n");
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
