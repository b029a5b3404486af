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
 */
public record OutboundRequest(
    String method, String url, Map<String, String> headers, @Nullable String body) {

  public OutboundRequest {
    headers = Map.copyOf(headers);
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
}
