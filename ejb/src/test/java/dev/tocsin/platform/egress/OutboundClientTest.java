package dev.tocsin.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundClientTest {

  @RegisterExtension final LocalWeb web = new LocalWeb();

  @Test
  void aRequestGoesOutAsItIsAndItsAnswerComesBack() throws IOException {
    web.answer("/hook", 202, Map.of("Retry-After", "7"), "grüße");
    OutboundResponse response =
        web.client("hooks.example.com")
            .send(
                OutboundRequest.postJson(
                    web.url("hooks.example.com", "/hook"),
                    Map.of("webhook-id", "m-1"),
                    "{\"ä\":1}"));
    assertThat(response.status()).isEqualTo(202);
    assertThat(response.isSuccess()).isTrue();
    assertThat(response.header("retry-AFTER")).hasValue("7");
    assertThat(response.body()).isEqualTo("grüße");
    assertThat(response.truncated()).isFalse();
    assertThat(web.seen())
        .containsExactly("POST /hook hooks.example.com application/json m-1 {\"ä\":1}");
  }

  @Test
  void theAddressThatWasJudgedIsTheOneThatIsDialled() throws IOException {
    web.answer("/", 200, Map.of(), "");
    Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "10.0.0.1"));
    OutboundClient client =
        web.client(
            host -> EgressGuardTest.anyName(answers.removeFirst()).resolve(host), web.opened());
    String url = web.url("rebinding.example.com", "/");
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
    String url = web.url("rebinding.example.com", "/");
    guard.check(url);
    OutboundClient client = web.client(guard);
    assertThatThrownBy(() -> client.send(OutboundRequest.get(url)))
        .isInstanceOf(BlockedTarget.class)
        .hasMessageContaining("loopback");
    assertThat(web.seen()).isEmpty();
  }

  @Test
  void aLongBodyIsCut() throws IOException {
    web.answer("/", 200, Map.of(), "x".repeat(1_001));
    OutboundResponse response =
        web.client("a.example").send(OutboundRequest.get(web.url("a.example", "/")));
    assertThat(response.body()).hasSize(1_000);
    assertThat(response.truncated()).isTrue();
  }

  @Test
  void anEndlessBodyIsCut() throws IOException {
    web.serve(
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
        web.client("a.example").send(OutboundRequest.get(web.url("a.example", "/endless")));
    assertThat(response.truncated()).isTrue();
  }

  @Test
  void aReceiverThatDripsIsCutOff() {
    web.serve(
        "/drip",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            while (!web.ends().await(100, TimeUnit.MILLISECONDS)) {
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
                web.client(EgressGuardTest.anyName("127.0.0.1"), web.opened(), limits)
                    .send(OutboundRequest.get(web.url("a.example", "/drip"))))
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
                  web.client(EgressGuardTest.anyName("127.0.0.1"), List.of(network), limits)
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
            () -> web.client(nobody, List.of()).send(OutboundRequest.get("http://nobody.example/")))
        .isInstanceOf(UnknownHostException.class)
        .isNotInstanceOf(BlockedTarget.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://[::1]:%d/", "http://127.0.0.1:%d/"})
  void aLiteralAddressIsJudgedLikeAnyOther(String form) {
    String url = form.formatted(web.port());
    OutboundClient client = web.client(HostResolver.SYSTEM, List.of());
    assertThatThrownBy(() -> client.send(OutboundRequest.get(url)))
        .isInstanceOf(BlockedTarget.class)
        .hasMessageContaining("loopback");
    assertThat(web.seen()).isEmpty();
  }

  @Test
  void anAllowedLiteralIsDialled() throws IOException {
    web.answer("/", 200, Map.of(), "");
    OutboundClient client = web.client(HostResolver.SYSTEM, web.opened());
    assertThat(client.send(OutboundRequest.get(web.url("127.0.0.1", "/"))).status()).isEqualTo(200);
  }

  @Test
  void proxiesOfTheEnvironmentAreNotUsed() throws IOException {
    web.answer("/", 200, Map.of(), "direct");
    System.setProperty("http.proxyHost", "127.0.0.1");
    System.setProperty("http.proxyPort", String.valueOf(web.forbiddenPort()));
    try {
      assertThat(
              web.client("a.example").send(OutboundRequest.get(web.url("a.example", "/"))).body())
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
    secure.setExecutor(web.threads());
    secure.start();
    try {
      String url = "https://a.example:" + secure.getAddress().getPort() + "/";
      assertThatThrownBy(
              () ->
                  web.client(EgressGuardTest.anyName("127.0.0.1"), LocalWeb.opened(secure))
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
}
