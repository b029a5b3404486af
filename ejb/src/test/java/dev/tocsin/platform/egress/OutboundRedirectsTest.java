package dev.tocsin.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundRedirectsTest {

  @RegisterExtension final LocalWeb web = new LocalWeb();

  @Test
  @Tag("support-29")
  void aRedirectToABlockedAddressIsBlocked() {
    web.answer("/", 302, Map.of("Location", web.forbiddenUrl("127.0.0.1", "/secret")), "");
    assertThatThrownBy(
            () ->
                web.client("public.example.com")
                    .send(OutboundRequest.get(web.url("public.example.com", "/"))))
        .isInstanceOf(BlockedTarget.class)
        .hasMessageContaining("blocked SSRF target")
        .hasMessageContaining("loopback");
    assertThat(web.seen()).containsExactly("GET / public.example.com null null ");
  }

  @Test
  void aRedirectToANameWithABlockedAddressIsBlocked() {
    web.answer("/", 302, Map.of("Location", web.forbiddenUrl("inside.example.com", "/")), "");
    assertThatThrownBy(
            () ->
                web.client("public.example.com")
                    .send(OutboundRequest.get(web.url("public.example.com", "/"))))
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
    web.answer("/", 307, Map.of("Location", location), "");
    assertThatThrownBy(
            () -> web.client("a.example").send(OutboundRequest.get(web.url("a.example", "/"))))
        .isInstanceOf(BlockedTarget.class);
  }

  @Test
  void readingFollowsRedirectsAndLeavesCredentialsBehindOnAnotherHost() throws IOException {
    web.answer("/a", 301, Map.of("Location", "/b"), "");
    web.answer("/b", 308, Map.of("Location", web.url("other.example", "/c")), "");
    web.answer("/c", 200, Map.of(), "there");
    OutboundRequest request =
        new OutboundRequest(
            "GET", web.url("a.example", "/a"), Map.of("webhook-id", "secret"), null);
    assertThat(web.client("a.example", "other.example").send(request).body()).isEqualTo("there");
    assertThat(web.seen())
        .containsExactly(
            "GET /a a.example null secret ",
            "GET /b a.example null secret ",
            "GET /c other.example null null ");
  }

  @Test
  void redirectsComeToAnEnd() {
    web.answer("/", 302, Map.of("Location", "/"), "");
    assertThatThrownBy(
            () -> web.client("a.example").send(OutboundRequest.get(web.url("a.example", "/"))))
        .isInstanceOf(IOException.class)
        .hasMessage("more than 5 redirects");
    assertThat(web.seen()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303})
  void aPostNeverBecomesAGet(int status) throws IOException {
    web.answer("/", status, Map.of("Location", "/elsewhere"), "");
    OutboundRequest post = OutboundRequest.postJson(web.url("a.example", "/"), Map.of(), "{}");
    assertThat(web.client("a.example").send(post).status()).isEqualTo(status);
    assertThat(web.seen()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 308})
  void aPostIsRepeatedOnTheSameHostOnly(int status) throws IOException {
    web.answer("/old", status, Map.of("Location", "/new"), "");
    web.answer("/new", 200, Map.of(), "");
    web.answer("/away", status, Map.of("Location", web.url("other.example", "/new")), "");
    OutboundClient client = web.client("a.example", "other.example");
    assertThat(
            client
                .send(OutboundRequest.postJson(web.url("a.example", "/old"), Map.of(), "{}"))
                .status())
        .isEqualTo(200);
    assertThat(web.seen())
        .containsExactly(
            "POST /old a.example application/json null {}",
            "POST /new a.example application/json null {}");
    assertThat(
            client
                .send(OutboundRequest.postJson(web.url("a.example", "/away"), Map.of(), "{}"))
                .status())
        .isEqualTo(status);
    assertThat(web.seen()).hasSize(3);
  }
}
