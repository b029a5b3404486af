package dev.tocsin.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A server with Tocsin in it, bound to the loopback address.
 *
 * <p>It is started by a {@link TocsinServerBuilder}, may be killed and restarted as often as a test
 * likes, keeps its port through that, and leaves no process behind even if this one is killed.
 */
public final class TocsinServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final ServerType type;
  private final Path home;
  private final Path instance;
  private final ServerType.Node node;
  private final Map<String, String> environment;
  private ServerProcess process;

  TocsinServer(
      ServerType type, Path home, Path instance, ServerType.Node node, Map<String, String> env)
      throws IOException {
    this.type = type;
    this.home = home;
    this.instance = instance;
    this.node = node;
    this.environment = new HashMap<>(env);
    Files.createDirectories(instance);
    this.process = launch();
  }

  /** Describe a server of this kind, to be started. */
  public static TocsinServerBuilder on(ServerKind kind) {
    return new TocsinServerBuilder(kind);
  }

  /** The address of "/", with the slash. */
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + node.port() + "/");
  }

  /** The server's own log. */
  public Path log() {
    return type.log(instance);
  }

  /** Answer whether the server process lives; it may still be starting. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Stop in order: requests under way end, then the process. */
  public void stop() {
    process.stop();
  }

  /** Kill the process tree with SIGKILL; {@link #restart} starts it again. */
  public void kill() {
    process.kill();
  }

  /** Start again on the same port and database, after a stop or a kill, and wait for ready. */
  public void restart() {
    process.stop();
    try {
      process = launch();
    } catch (IOException e) {
      throw new LaunchFailure("The server cannot be started: " + DataDirectory.reason(e), e);
    }
    awaitReady();
  }

  /** Wait until the server process has ended, for whatever reason. */
  public void awaitEnd() throws InterruptedException {
    process.waitFor();
  }

  @Override
  public void close() {
    stop();
  }

  /**
   * Wait until Tocsin answers that it is ready.
   *
   * @throws LaunchFailure if the server dies, refuses the EAR or takes more than five minutes
   */
  void awaitReady() {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    HttpRequest request =
        HttpRequest.newBuilder(baseUri().resolve("health/ready"))
            .timeout(Duration.ofSeconds(10))
            .build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new LaunchFailure("The server ended while starting; its log is " + log() + ".");
      }
      String failure = type.deploymentFailure(instance);
      if (failure != null) {
        process.stop();
        throw new LaunchFailure(
            "Tocsin could not be deployed; the log is " + log() + ". " + shortened(failure));
      }
      if (answersOk(client, request)) {
        return;
      }
    }
    process.stop();
    throw new LaunchFailure("Tocsin was not ready in 5 minutes; the log is " + log() + ".");
  }

  private ServerProcess launch() throws IOException {
    return ServerProcess.start(type.prepare(home, instance, node), environment, instance);
  }

  private static String shortened(String text) {
    return text.length() <= 800 ? text : text.substring(0, 800) + " ...";
  }

  private static boolean answersOk(HttpClient client, HttpRequest request) {
    try {
      Thread.sleep(100);
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the server", e);
    }
  }
}
