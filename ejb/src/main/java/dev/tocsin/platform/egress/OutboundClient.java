package dev.tocsin.platform.egress;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Sends requests through the {@link EgressGuard}: every hop's URL is judged, and only judged
 * addresses are dialled.
 *
 * <p>Redirects: a request that only reads follows up to five, to any host that the guard lets pass,
 * and leaves its headers behind when the host changes. A request with effects follows only 307 and
 * 308 and only on the same host; any other redirect is handed back as the answer it is, because
 * repeating a signed body elsewhere, or turning it into a GET, is never what its sender meant.
 * Nothing goes from https to http.
 */
final class OutboundClient implements AutoCloseable {

  private static final int MAX_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> REPEATING_REDIRECTS = Set.of(307, 308);
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final Supplier<EgressGuard> guards;
  private final Exchange exchange;

  /**
   * Makes a client.
   *
   * @param guards gives the guard of the moment, asked at every hop
   * @param deadlines cuts off whoever exceeds the total time
   */
  OutboundClient(
      Supplier<EgressGuard> guards, ScheduledExecutorService deadlines, OutboundLimits limits) {
    this.guards = guards;
    this.exchange = new Exchange(guards, deadlines, limits);
  }

  OutboundResponse send(OutboundRequest request) throws IOException {
    URI uri = guards.get().checkText(request.url());
    OutboundRequest hop = request;
    Deadline deadline = exchange.deadline();
    for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
      OutboundResponse response = exchange.send(uri, hop, deadline);
      Optional<URI> next = next(uri, hop, response);
      if (next.isEmpty()) {
        return response;
      }
      hop = hop(request, uri, next.get());
      uri = next.get();
    }
    throw new IOException("more than " + MAX_REDIRECTS + " redirects");
  }

  /** Returns where a response sends this request on to, judged; empty when it is the answer. */
  private Optional<URI> next(URI from, OutboundRequest request, OutboundResponse response)
      throws IOException {
    boolean reading = READING.contains(request.method());
    Set<Integer> followed = reading ? REDIRECTS : REPEATING_REDIRECTS;
    Optional<String> location = response.header("location");
    if (location.isEmpty() || !followed.contains(response.status())) {
      return Optional.empty();
    }
    URI to = guards.get().checkText(resolve(from, location.get()));
    if (isSecure(from) && !isSecure(to)) {
      throw new BlockedTarget("a redirect from https to http");
    }
    return reading || sameHost(from, to) ? Optional.of(to) : Optional.empty();
  }

  private static String resolve(URI from, String location) throws IOException {
    try {
      return from.resolve(new URI(location)).toString();
    } catch (URISyntaxException e) {
      throw new IOException("a redirect to an address that cannot be read", e);
    }
  }

  private static OutboundRequest hop(OutboundRequest request, URI from, URI to) {
    if (sameHost(from, to)) {
      return request;
    }
    Map<String, String> kept =
        request.headers().entrySet().stream()
            .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals("accept"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new OutboundRequest(
        request.method(), to.toString(), kept, request.body(), request.maxBody());
  }

  /** Same host and port; 80 to 443 is the same server growing secure. */
  private static boolean sameHost(URI from, URI to) {
    int port = EgressGuard.portOf(from);
    int toPort = EgressGuard.portOf(to);
    return from.getHost().equalsIgnoreCase(to.getHost())
        && (port == toPort || (port == 80 && toPort == 443));
  }

  private static boolean isSecure(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  @Override
  public void close() {
    exchange.close();
  }
}
