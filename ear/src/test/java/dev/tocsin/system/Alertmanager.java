package dev.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Debian's real Alertmanager, pointed at Tocsin. */
final class Alertmanager implements AutoCloseable {

  private static final Path BINARY = Path.of("/usr/bin/prometheus-alertmanager");

  private final Process process;
  private final Api api;

  Alertmanager(Path directory, URI tocsin, String token) {
    assertThat(BINARY)
        .as("Alertmanager is missing: apt-get install -y prometheus-alertmanager")
        .isExecutable();
    try {
      Path config = Files.writeString(directory.resolve("alertmanager.yml"), config(tocsin, token));
      int port = freePort();
      process =
          new ProcessBuilder(
                  BINARY.toString(),
                  "--config.file=" + config,
                  "--storage.path=" + directory.resolve("data"),
                  "--web.listen-address=127.0.0.1:" + port,
                  "--cluster.listen-address=")
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("alertmanager.log").toFile())
              .start();
      api = Api.anonymous(URI.create("http://127.0.0.1:" + port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await("Alertmanager ready")
        .atMost(Duration.ofSeconds(30))
        .ignoreException(UncheckedIOException.class)
        .until(() -> api.get("/-/ready").status() == 200);
  }

  private static String config(URI tocsin, String token) {
    return """
        route:
          receiver: tocsin
          group_by: [alertname]
          group_wait: 100ms
          group_interval: 1s
          repeat_interval: 4h
        receivers:
          - name: tocsin
            webhook_configs:
              - url: %s
                send_resolved: true
                http_config:
                  authorization: {credentials: %s}
        """
        .formatted(tocsin.resolve("/api/v1/webhooks/prometheus"), token);
  }

  /** Raises an alert, as a Prometheus server would. */
  void fire(Map<String, String> labels, String summary) {
    send(labels, summary, Instant.now().plus(1, ChronoUnit.HOURS));
  }

  /** Says that the alert has ended. */
  void resolve(Map<String, String> labels, String summary) {
    send(labels, summary, Instant.now());
  }

  private void send(Map<String, String> labels, String summary, Instant endsAt) {
    api.post(
            "/api/v2/alerts",
            List.of(
                Map.of(
                    "labels", labels,
                    "annotations", Map.of("summary", summary),
                    "startsAt", Instant.now().minusSeconds(1).toString(),
                    "endsAt", endsAt.toString())))
        .expect(200);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join();
  }
}
