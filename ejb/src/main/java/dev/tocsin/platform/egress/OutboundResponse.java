package dev.tocsin.platform.egress;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a receiver answered.
 *
 * @param status the HTTP status, of the last hop; a redirect that was not followed is its own
 * @param headers by lower-case name; of repeated ones the first
 * @param body read as UTF-8, at most as much as the limit lets in
 * @param truncated whether the body went on past the limit
 */
public record OutboundResponse(
    int status, Map<String, String> headers, String body, boolean truncated) {

  public OutboundResponse {
    headers = Map.copyOf(headers);
  }

  /** Returns whether the status is one of success. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Returns a header by its name in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
