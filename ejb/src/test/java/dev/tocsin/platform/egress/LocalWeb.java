package dev.tocsin.platform.egress;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Two servers on this machine, one of them out of bounds, and clients that may dial the other. */
final class LocalWeb implements AfterEachCallback {

  private static final OutboundLimits QUICK =
      new OutboundLimits(
          Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(5), 1_000);

  private final ScheduledExecutorService deadlines = Executors.newScheduledThreadPool(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch end = new CountDownLatch(1);
  private final HttpServer server = start();
  private final HttpServer forbidden = start();

  private HttpServer start() {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      started.setExecutor(threads);
      started.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    end.countDown();
    server.stop(0);
    forbidden.stop(0);
    threads.shutdownNow();
    deadlines.shutdownNow();
  }

  /** Opens at the end of the test. */
  CountDownLatch ends() {
    return end;
  }

  Executor threads() {
    return threads;
  }

  void serve(String path, HttpHandler handler) {
    server.createContext(path, handler);
  }

  void answer(String path, int status, Map<String, String> headers, String body) {
    serve(
        path,
        exchange -> {
          seen.add(describe(exchange));
          headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private static String describe(HttpExchange exchange) throws IOException {
    return String.join(
        " ",
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        exchange.getRequestHeaders().getFirst("Host").replaceAll(":.*", ""),
        exchange.getRequestHeaders().getFirst("Content-Type"),
        exchange.getRequestHeaders().getFirst("webhook-id"),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  /** What was asked for where an answer stands: method, path, host, type, webhook-id and body. */
  List<String> seen() {
    return seen;
  }

  /** A client for which these names are the local server, and no other name is. */
  OutboundClient client(String... names) {
    return client(
        host ->
            EgressGuardTest.anyName(List.of(names).contains(host) ? "127.0.0.1" : "10.0.0.1")
                .resolve(host),
        opened());
  }

  OutboundClient client(HostResolver resolver, List<String> networks) {
    return client(resolver, networks, QUICK);
  }

  OutboundClient client(HostResolver resolver, List<String> networks, OutboundLimits limits) {
    return client(new EgressGuard(EgressSettings.policy(networks, true), resolver), limits);
  }

  OutboundClient client(EgressGuard guard) {
    return client(guard, QUICK);
  }

  private OutboundClient client(EgressGuard guard, OutboundLimits limits) {
    return new OutboundClient(() -> guard, deadlines, limits);
  }

  /** The networks that let a client dial the server. */
  List<String> opened() {
    return opened(server);
  }

  static List<String> opened(HttpServer server) {
    return List.of("127.0.0.1/32:" + server.getAddress().getPort());
  }

  int port() {
    return server.getAddress().getPort();
  }

  int forbiddenPort() {
    return forbidden.getAddress().getPort();
  }

  String url(String host, String path) {
    return "http://" + host + ":" + port() + path;
  }

  String forbiddenUrl(String host, String path) {
    return "http://" + host + ":" + forbiddenPort() + path;
  }
}
