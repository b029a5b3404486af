package dev.tocsin.launcher;

import dev.tocsin.launcher.Commands.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL of our own, as durable as any: its data outlives it and is found again by the next
 * one on the same directory.
 *
 * <p>It listens on the loopback address only and asks every client for the password that it keeps
 * beside its data. It runs in a session of its own, so that Ctrl-C at a terminal reaches the
 * servers that use it first.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final String ROLE = "tocsin";

  private final Path binaries;
  private final Path data;
  private final int port;
  private final String password;
  private final long pid;

  private EmbeddedPostgres(Path binaries, Path data, int port, String password) throws IOException {
    this.binaries = binaries;
    this.data = data;
    this.port = port;
    this.password = password;
    this.pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
  }

  /**
   * Start a PostgreSQL on a free port, with a database "tocsin"; one that was left over on the same
   * directory is stopped first.
   *
   * @param directory where data, password, log and binaries are kept, created if need be
   * @throws LaunchFailure if it does not start
   */
  public static EmbeddedPostgres start(Path directory) {
    try {
      Files.createDirectories(directory);
      Path binaries = PostgresBinaries.in(directory.resolve("server"));
      Path data = directory.resolve("postgres");
      String password = initialize(binaries, directory, data);
      EmbeddedPostgres postgres = launch(binaries, directory, data, password);
      Keeper.watch("database", postgres.pid);
      postgres.createDatabase(ROLE);
      return postgres;
    } catch (IOException e) {
      throw new LaunchFailure("PostgreSQL cannot be started: " + DataDirectory.reason(e), e);
    }
  }

  /** Answer the database "tocsin". */
  public Database database() {
    return database(ROLE);
  }

  /** Answer the database of this name, made if there is none. */
  public Database createDatabase(String name) {
    try (Connection connection = new Database(url("postgres"), "postgres", password).connect();
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + ROLE + "'")) {
        statement.execute("CREATE ROLE " + ROLE + " LOGIN PASSWORD '" + password + "'");
      }
      if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
        statement.execute("CREATE DATABASE \"" + name + "\" OWNER " + ROLE);
      }
      return database(name);
    } catch (SQLException e) {
      throw new LaunchFailure("The database cannot be prepared: " + e.getMessage(), e);
    }
  }

  /** Stop without waiting for clients; nothing committed is lost. Once stopped, do nothing. */
  public void stop() {
    if (isRunning(data)) {
      control(binaries, data, List.of("stop", "-m", "fast", "-w", "-t", "60"));
    }
    Keeper.forget(pid);
  }

  @Override
  public void close() {
    stop();
  }

  private Database database(String name) {
    return new Database(url(name), ROLE, password);
  }

  private String url(String name) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (var result = statement.executeQuery(query)) {
      return result.next();
    }
  }

  private static String initialize(Path binaries, Path directory, Path data) throws IOException {
    Path passwordFile = directory.resolve("postgres.password");
    if (Files.exists(data.resolve("PG_VERSION"))) {
      checkVersion(data);
      return Files.readString(passwordFile).strip();
    }
    // What an interrupted first start may have left.
    Trees.delete(data);
    Files.deleteIfExists(passwordFile);
    String password = SecretKeys.word(24);
    SecretKeys.writePrivately(passwordFile, password + "\n");
    Result result =
        run(
            binaries,
            directory,
            List.of(
                binaries.resolve("bin/initdb").toString(),
                "--pgdata=" + data,
                "--username=postgres",
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                // Unicode upper and lower case and order, the same on every machine.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
    if (result.failed()) {
      Trees.delete(data);
      throw failure("PostgreSQL cannot make its data directory " + data, result.output());
    }
    return password;
  }

  private static void checkVersion(Path data) throws IOException {
    String made = Files.readString(data.resolve("PG_VERSION")).strip();
    if (!made.equals(PostgresBinaries.MAJOR)) {
      throw new LaunchFailure(
          "The data in %s are of PostgreSQL %s and this Tocsin brings %s: dump and restore them."
              .formatted(data, made, PostgresBinaries.MAJOR));
    }
  }

  private static EmbeddedPostgres launch(Path binaries, Path directory, Path data, String password)
      throws IOException {
    if (isRunning(data)) {
      control(binaries, data, List.of("stop", "-m", "fast", "-w", "-t", "60"));
    }
    int port = Ports.free();
    Path log = directory.resolve("postgres.log");
    String settings =
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200"
                .formatted(port)
            + " -c fsync=on -c synchronous_commit=on -c full_page_writes=on -c jit=off";
    Result result =
        control(
            binaries,
            data,
            List.of("start", "-w", "-t", "60", "-l", log.toString(), "-o", settings));
    if (result.failed()) {
      throw failure("PostgreSQL does not start, see " + log, lastLine(log));
    }
    return new EmbeddedPostgres(binaries, data, port, password);
  }

  private static boolean isRunning(Path data) {
    Path pidFile = data.resolve("postmaster.pid");
    try {
      long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
      String command = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
      return command.contains("postgres") && command.contains(data.toString());
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException notRunning) {
      return false;
    }
  }

  private static Result control(Path binaries, Path data, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(binaries.resolve("bin/pg_ctl").toString());
    command.add("--pgdata=" + data);
    command.addAll(arguments);
    return run(binaries, Trees.parentOf(data), command);
  }

  private static Result run(Path binaries, Path directory, List<String> command) {
    List<String> whole = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      // PostgreSQL refuses to be root; in a user namespace of its own it is nobody in particular.
      whole.addAll(List.of("unshare", "--user"));
    }
    whole.addAll(command);
    return Commands.run(
        directory,
        Map.of("LD_LIBRARY_PATH", binaries.resolve("lib").toString(), "LC_ALL", "C"),
        whole);
  }

  private static String lastLine(Path log) throws IOException {
    List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }

  private static LaunchFailure failure(String what, String output) {
    if (output.contains("No space left")) {
      return new LaunchFailure(what + ": the disk is full.");
    }
    if (output.contains("unshare")) {
      return new LaunchFailure(
          what + ": start Tocsin as an ordinary user, or allow user namespaces to root.");
    }
    String last =
        output.strip().lines().reduce((first, second) -> second).orElse("no reason given");
    return new LaunchFailure(what + ": " + last);
  }
}
