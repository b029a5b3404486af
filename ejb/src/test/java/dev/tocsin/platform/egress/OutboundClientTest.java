package dev.tocsin.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundClientTest {

  private static final OutboundLimits QUICK =
      new OutboundLimits(
          Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(5), 1_000);

  private final ScheduledExecutorService deadlines = Executors.newScheduledThreadPool(1);
  private final ExecutorService serverThreads = Executors.newCachedThreadPool();
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch released = new CountDownLatch(1);
  private HttpServer server;
  private HttpServer forbidden;

  @BeforeEach
  void start() throws IOException {
    server = serve();
    forbidden = serve();
  }

  @AfterEach
  void stop() {
    released.countDown();
    server.stop(0);
    forbidden.stop(0);
    serverThreads.shutdownNow();
    deadlines.shutdownNow();
  }

  @Test
  void aRequestGoesOutAsItIsAndItsAnswerComesBack() throws IOException {
    answer("/hook", 202, Map.of("Retry-After", "7"), "grüße");
    OutboundResponse response =
        client("hooks.example.com")
            .send(
                OutboundRequest.postJson(
                    url("hooks.example.com", "/hook"), Map.of("webhook-id", "m-1"), "{\"ä\":1}"));
    assertThat(response.status()).isEqualTo(202);
    assertThat(response.isSuccess()).isTrue();
    assertThat(response.header("retry-AFTER")).hasValue("7");
    assertThat(response.body()).isEqualTo("grüße");
    assertThat(response.truncated()).isFalse();
    assertThat(seen).containsExactly("POST /hook hooks.example.com application/json m-1 {\"ä\":1}");
  }

  @Test
  void theAddressThatWasJudgedIsTheOneThatIsDialled() throws IOException {
    answer("/", 200, Map.of(), "");
    Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "10.0.0.1"));
    OutboundClient client =
        client(
            host -> EgressGuardTest.anyName(answers.removeFirst()).resolve(host), opened(server));
    String url = url("rebinding.example.com", "/");
    assertThat(client.send(OutboundRequest.get(url)).status()).isEqualTo(200);
    assertThat(answers).as("looked up once").hasSize(1);
    assertThatThrownBy(() -> client.send(OutboundRequest.get(url)))
        .isInstanceOf(BlockedTarget.class)
        .hasMessageContaining("private");
  }

  @Test
  void aNameThatPassedWhenSavedIsJudgedAgainWhenDialled() throws IOException {
    Deque<String> answers = new ArrayDeque<>(List.of("8.8.8.8", "127.0.0.1"));
    HostResolver rebinding = host -> EgressGuardTest.anyName(answers.removeFirst()).resolve(host);
    EgressGuard guard = new EgressGuard(new EgressPolicy(List.of(), true), rebinding);
    String url = url("rebinding.example.com", "/");
    guard.check(url);
    OutboundClient client = new OutboundClient(() -> guard, deadlines, QUICK);
    assertThatThrownBy(() -> client.send(OutboundRequest.get(url)))
        .isInstanceOf(BlockedTarget.class)
        .hasMessageContaining("loopback");
    assertThat(seen).isEmpty();
  }

  @Tag("support-29")
  @Test
  void aRedirectToABlockedAddressIsBlocked() {
    answer("/", 302, Map.of("Location", url(forbidden, "127.0.0.1", "/secret")), "");
    assertThatThrownBy(
            () ->
                client("public.example.com")
                    .send(OutboundRequest.get(url("public.example.com", "/"))))
        .isInstanceOf(BlockedTarget.class)
        .hasMessageContaining("blocked SSRF target")
        .hasMessageContaining("loopback");
    assertThat(seen).containsExactly("GET / public.example.com null null ");
  }

  @Test
  void aRedirectToANameWithABlockedAddressIsBlocked() {
    answer("/", 302, Map.of("Location", url(forbidden, "inside.example.com", "/")), "");
    assertThatThrownBy(
            () ->
                client("public.example.com")
                    .send(OutboundRequest.get(url("public.example.com", "/"))))
        .isInstanceOf(BlockedTarget.class)
        .hasMessageContaining("inside.example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/",
        "http://[::1]/",
        "http://2130706433/",
        "http://user@8.8.8.8/",
        "file:///etc/passwd",
        "//10.0.0.1/",
        "gopher://8.8.8.8/"
      })
  void aRedirectAnywhereBlockedIsBlocked(String location) {
    answer("/", 307, Map.of("Location", location), "");
    assertThatThrownBy(() -> client("a.example").send(OutboundRequest.get(url("a.example", "/"))))
        .isInstanceOf(BlockedTarget.class);
  }

  @Test
  void readingFollowsRedirectsAndLeavesCredentialsBehindOnAnotherHost() throws IOException {
    answer("/a", 301, Map.of("Location", "/b"), "");
    answer("/b", 308, Map.of("Location", url("other.example", "/c")), "");
    answer("/c", 200, Map.of(), "there");
    OutboundRequest request =
        new OutboundRequest("GET", url("a.example", "/a"), Map.of("webhook-id", "secret"), null);
    assertThat(client("a.example", "other.example").send(request).body()).isEqualTo("there");
    assertThat(seen)
        .containsExactly(
            "GET /a a.example null secret ",
            "GET /b a.example null secret ",
            "GET /c other.example null null ");
  }

  @Test
  void redirectsComeToAnEnd() {
    answer("/", 302, Map.of("Location", "/"), "");
    assertThatThrownBy(() -> client("a.example").send(OutboundRequest.get(url("a.example", "/"))))
        .isInstanceOf(IOException.class)
        .hasMessage("more than 5 redirects");
    assertThat(seen).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303})
  void aPostNeverBecomesAGet(int status) throws IOException {
    answer("/", status, Map.of("Location", "/elsewhere"), "");
    OutboundRequest post = OutboundRequest.postJson(url("a.example", "/"), Map.of(), "{}");
    assertThat(client("a.example").send(post).status()).isEqualTo(status);
    assertThat(seen).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 308})
  void aPostIsRepeatedOnTheSameHostOnly(int status) throws IOException {
    answer("/old", status, Map.of("Location", "/new"), "");
    answer("/new", 200, Map.of(), "");
    answer("/away", status, Map.of("Location", url("other.example", "/new")), "");
    OutboundClient client = client("a.example", "other.example");
    assertThat(
            client
                .send(OutboundRequest.postJson(url("a.example", "/old"), Map.of(), "{}"))
                .status())
        .isEqualTo(200);
    assertThat(seen)
        .containsExactly(
            "POST /old a.example application/json null {}",
            "POST /new a.example application/json null {}");
    assertThat(
            client
                .send(OutboundRequest.postJson(url("a.example", "/away"), Map.of(), "{}"))
                .status())
        .isEqualTo(status);
    assertThat(seen).hasSize(3);
  }

  @Test
  void aLongBodyIsCut() throws IOException {
    answer("/", 200, Map.of(), "x".repeat(1_001));
    OutboundResponse response =
        client("a.example").send(OutboundRequest.get(url("a.example", "/")));
    assertThat(response.body()).hasSize(1_000);
    assertThat(response.truncated()).isTrue();
  }

  @Test
  void anEndlessBodyIsCut() throws IOException {
    server.createContext(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
              out.write(new byte[4_096]);
            }
          }
        });
    OutboundResponse response =
        client("a.example").send(OutboundRequest.get(url("a.example", "/endless")));
    assertThat(response.truncated()).isTrue();
  }

  @Test
  void aReceiverThatDripsIsCutOff() {
    server.createContext(
        "/drip",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            while (!released.await(100, TimeUnit.MILLISECONDS)) {
              out.write('.');
              out.flush();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    OutboundLimits limits =
        new OutboundLimits(
            Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMillis(700), 1_000);
    assertThatThrownBy(
            () ->
                client(EgressGuardTest.anyName("127.0.0.1"), opened(server), limits)
                    .send(OutboundRequest.get(url("a.example", "/drip"))))
        .isInstanceOf(InterruptedIOException.class)
        .hasMessage("the receiver took too long");
  }

  @Test
  void aSilentReceiverTimesOut() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      OutboundLimits limits =
          new OutboundLimits(
              Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofSeconds(5), 1_000);
      String network = "127.0.0.1/32:" + silent.getLocalPort();
      assertThatThrownBy(
              () ->
                  client(EgressGuardTest.anyName("127.0.0.1"), List.of(network), limits)
                      .send(OutboundRequest.get("http://a.example:" + silent.getLocalPort() + "/")))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aNameWithoutAddressFailsAsUnknown() {
    HostResolver nobody =
        host -> {
          throw new UnknownHostException(host);
        };
    assertThatThrownBy(
            () -> client(nobody, List.of()).send(OutboundRequest.get("http://nobody.example/")))
        .isInstanceOf(UnknownHostException.class)
        .isNotInstanceOf(BlockedTarget.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://[::1]:%d/", "http://127.0.0.1:%d/"})
  void aLiteralAddressIsJudgedLikeAnyOther(String form) {
    String url = form.formatted(server.getAddress().getPort());
    OutboundClient client = client(HostResolver.SYSTEM, List.of());
    assertThatThrownBy(() -> client.send(OutboundRequest.get(url)))
        .isInstanceOf(BlockedTarget.class)
        .hasMessageContaining("loopback");
    assertThat(seen).isEmpty();
  }

  @Test
  void anAllowedLiteralIsDialled() throws IOException {
    answer("/", 200, Map.of(), "");
    OutboundClient client = client(HostResolver.SYSTEM, opened(server));
    assertThat(client.send(OutboundRequest.get(url("127.0.0.1", "/"))).status()).isEqualTo(200);
  }

  @Test
  void proxiesOfTheEnvironmentAreNotUsed() throws IOException {
    answer("/", 200, Map.of(), "direct");
    System.setProperty("http.proxyHost", "127.0.0.1");
    System.setProperty("http.proxyPort", String.valueOf(forbidden.getAddress().getPort()));
    try {
      assertThat(client("a.example").send(OutboundRequest.get(url("a.example", "/"))).body())
          .isEqualTo("direct");
    } finally {
      System.clearProperty("http.proxyHost");
      System.clearProperty("http.proxyPort");
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused(@TempDir Path directory) throws Exception {
    HttpsServer secure =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(selfSigned(directory)));
    secure.setExecutor(serverThreads);
    secure.start();
    try {
      String url = "https://a.example:" + secure.getAddress().getPort() + "/";
      assertThatThrownBy(
              () ->
                  client(EgressGuardTest.anyName("127.0.0.1"), opened(secure))
                      .send(OutboundRequest.get(url)))
          .isInstanceOf(SSLException.class);
    } finally {
      secure.stop(0);
    }
  }

  private static SSLContext selfSigned(Path directory) throws Exception {
    Path store = directory.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=a.example",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool.txt").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private HttpServer serve() throws IOException {
    HttpServer started =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    started.setExecutor(serverThreads);
    started.start();
    return started;
  }

  private void answer(String path, int status, Map<String, String> headers, String body) {
    server.createContext(
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

  /** A client for which these names are the local server, and no other name is. */
  private OutboundClient client(String... names) {
    return client(
        host ->
            EgressGuardTest.anyName(List.of(names).contains(host) ? "127.0.0.1" : "10.0.0.1")
                .resolve(host),
        opened(server));
  }

  private OutboundClient client(HostResolver resolver, List<String> networks) {
    return client(resolver, networks, QUICK);
  }

  private OutboundClient client(
      HostResolver resolver, List<String> networks, OutboundLimits limits) {
    EgressGuard guard = new EgressGuard(EgressSettings.policy(networks, true), resolver);
    return new OutboundClient(() -> guard, deadlines, limits);
  }

  private static List<String> opened(HttpServer server) {
    return List.of("127.0.0.1/32:" + server.getAddress().getPort());
  }

  private String url(String host, String path) {
    return url(server, host, path);
  }

  private static String url(HttpServer server, String host, String path) {
    return "http://" + host + ":" + server.getAddress().getPort() + path;
  }
}
