package dev.tocsin.platform.egress;

import java.time.Duration;

/**
 * How much time and memory one receiver may take.
 *
 * @param connect for the connection and its TLS handshake, each
 * @param response between two pieces of the answer
 * @param total for everything after the lookup of the name, redirects included
 * @param maxBody bytes of the answer's body that are kept
 */
public record OutboundLimits(Duration connect, Duration response, Duration total, int maxBody) {

  /** Five seconds to connect, ten to answer, thirty in all, 256 KiB of body. */
  public static final OutboundLimits DEFAULT =
      new OutboundLimits(
          Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30), 256 * 1024);
}
