package dev.tocsin.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what server to start and how; {@link #start} needs an EAR, a directory and a database. */
public final class TocsinServerBuilder {
  // Payara's and WildFly's default management ports are this far from 8080, more or less.
  private static final int TO_MANAGEMENT = 1910;

  private final ServerKind kind;
  private final ServerType type;
  private final Map<String, String> environment = new HashMap<>();
  private @Nullable Path ear;
  private @Nullable Path directory;
  private @Nullable Path installations;
  private @Nullable Database database;
  private int port;

  TocsinServerBuilder(ServerKind kind) {
    this.kind = kind;
    this.type = kind.type();
  }

  /** Deploy this EAR. */
  public TocsinServerBuilder ear(Path file) {
    ear = file;
    return this;
  }

  /** Keep what this server writes in a directory of its own. */
  public TocsinServerBuilder directory(Path path) {
    directory = path.toAbsolutePath();
    return this;
  }

  /**
   * Share unpacked servers in this directory (by default "server" in the server's own, which costs
   * ten seconds for each new one).
   */
  public TocsinServerBuilder installations(Path path) {
    installations = path.toAbsolutePath();
    return this;
  }

  /** Use this database; several servers may use one. */
  public TocsinServerBuilder database(Database existing) {
    database = existing;
    return this;
  }

  /** Listen on this port; 0, the default, takes a free one. */
  public TocsinServerBuilder port(int number) {
    port = number;
    return this;
  }

  /** Set a variable of the server's environment. */
  public TocsinServerBuilder environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /**
   * Start the server and wait until Tocsin is ready.
   *
   * @throws LaunchFailure if that fails, with the reason in one sentence
   */
  public TocsinServer start() {
    TocsinServer server = startWithoutWaiting();
    server.awaitReady();
    return server;
  }

  TocsinServer startWithoutWaiting() {
    Database used = Objects.requireNonNull(database, "database");
    Path deployed = Objects.requireNonNull(ear, "ear").toAbsolutePath();
    checkJava(type.javaVersions(), Runtime.version().feature());
    stopLeftOver();
    int http = Ports.claim(port);
    ServerType.Node node = new ServerType.Node(deployed, http, Ports.prefer(http + TO_MANAGEMENT));
    Map<String, String> whole = new HashMap<>(used.environment());
    whole.put("TOCSIN_BASE_URL", "http://127.0.0.1:" + http);
    whole.putAll(environment);
    try {
      return new TocsinServer(type, installation().home(), instance(), node, whole);
    } catch (IOException e) {
      throw new LaunchFailure("The server cannot be started: " + DataDirectory.reason(e), e);
    }
  }

  /** Stop a server that a killed launcher left running here, since it holds the port. */
  void stopLeftOver() {
    try {
      ServerProcess.stopLeftOver(instance());
    } catch (IOException e) {
      throw new LaunchFailure("A server was left over: " + DataDirectory.reason(e), e);
    }
  }

  /** Answer whether starting begins with unpacking and configuring the server. */
  boolean isMissingInstallation() throws IOException {
    return installation().isMissing();
  }

  /** Unpack and configure the server, in the place of those that earlier versions left. */
  void install() throws IOException {
    installation().home();
    installation().deleteOthers();
  }

  void checkJava(List<Integer> fromTo, int running) {
    if (running < fromTo.get(0) || running > fromTo.get(1)) {
      throw new LaunchFailure(
          "%s runs on Java %d to %d and this is Java %d: point JAVA_HOME at another JDK."
              .formatted(kind.title(), fromTo.get(0), fromTo.get(1), running));
    }
  }

  private Installation installation() {
    return new Installation(type, installations == null ? own().resolve("server") : installations);
  }

  private Path instance() {
    return own().resolve(kind.id());
  }

  private Path own() {
    return Objects.requireNonNull(directory, "directory");
  }
}
