package dev.tocsin.platform.egress;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to an address that a person typed.
 *
 * @param method {@code GET}, {@code POST} and so on, in capitals
 * @param url absolute, http or https
 * @param headers as sent; a body needs its {@code content-type} here
 * @param body sent as UTF-8; null for none
 * @param maxBody bytes of the answer's body that are kept; null for the usual limit
 */
public record OutboundRequest(
    String method,
    String url,
    Map<String, String> headers,
    @Nullable String body,
    @Nullable Integer maxBody) {

  public OutboundRequest {
    headers = Map.copyOf(headers);
  }

  /** Makes a request whose answer is kept up to the usual limit. */
  public OutboundRequest(
      String method, String url, Map<String, String> headers, @Nullable String body) {
    this(method, url, headers, body, null);
  }

  /** Returns a request that reads. */
  public static OutboundRequest get(String url) {
    return new OutboundRequest("GET", url, Map.of(), null);
  }

  /** Returns a request that posts JSON with further headers. */
  public static OutboundRequest postJson(String url, Map<String, String> headers, String body) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("content-type", "application/json");
    return new OutboundRequest("POST", url, all, body);
  }

  /** Returns the same request, of whose answer more, or less, is kept than usual. */
  public OutboundRequest upTo(int bytes) {
    return new OutboundRequest(method, url, headers, body, bytes);
  }
}
