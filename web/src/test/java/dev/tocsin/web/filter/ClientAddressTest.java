package dev.tocsin.web.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

  @Test
  void aStrangersForwardingHeaderIsNotBelieved() {
    ClientAddress address = new ClientAddress(List.of());
    HttpServletRequest request = from("203.0.113.9", Map.of("X-Forwarded-For", "10.0.0.1"));
    assertThat(address.of(request)).isEqualTo("203.0.113.9");
  }

  @Test
  void aTrustedProxySaysWhoCalls() {
    ClientAddress address = new ClientAddress(List.of("10.0.0.0/8", "::1"));
    HttpServletRequest request =
        from("10.1.2.3", Map.of("X-Forwarded-For", "6.6.6.6, 203.0.113.9, 10.9.9.9"));
    assertThat(address.of(request)).isEqualTo("203.0.113.9");
  }

  @Test
  void whatIsNoAddressEndsTheWay() {
    ClientAddress address = new ClientAddress(List.of("10.0.0.0/8"));
    HttpServletRequest request =
        from("10.1.2.3", Map.of("X-Forwarded-For", "evil.example, 10.9.9.9"));
    assertThat(address.of(request)).isEqualTo("10.9.9.9");
  }

  @Test
  void onlyATrustedProxySpeaksOfHttps() {
    Map<String, String> headers = Map.of("X-Forwarded-Proto", "https");
    assertThat(new ClientAddress(List.of("10.1.2.3")).isSecure(from("10.1.2.3", headers))).isTrue();
    assertThat(new ClientAddress(List.of()).isSecure(from("10.1.2.3", headers))).isFalse();
  }

  @Test
  void whoComesThroughAProxyIsNotLocal() {
    ClientAddress address = new ClientAddress(List.of());
    assertThat(address.isLocal(from("127.0.0.1", Map.of()))).isTrue();
    assertThat(address.isLocal(from("::1", Map.of()))).isTrue();
    assertThat(address.isLocal(from("203.0.113.9", Map.of()))).isFalse();
    for (String header :
        List.of("X-Forwarded-For", "x-forwarded-host", "Forwarded", "Via", "X-Real-IP")) {
      assertThat(address.isLocal(from("127.0.0.1", Map.of(header, "x")))).isFalse();
    }
  }

  @Test
  void aProxyThatIsNoAddressIsAnErrorAtStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClientAddress(List.of("proxy.example")));
  }

  private static HttpServletRequest from(String peer, Map<String, String> headers) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ClientAddressTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRemoteAddr" -> peer;
                  case "getHeader" -> headers.get((String) arguments[0]);
                  case "getHeaderNames" -> Collections.enumeration(headers.keySet());
                  case "isSecure" -> false;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
