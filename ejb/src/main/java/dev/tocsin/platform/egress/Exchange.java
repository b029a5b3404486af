package dev.tocsin.platform.egress;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer over HTTP, on a connection of its own to a judged address.
 *
 * <p>No redirects, retries, proxies, cookies, stored credentials or decompression: what is sent and
 * what is read is exactly what the caller and the receiver wrote. Connections are not reused, so a
 * stale one never raises the question whether a request has arrived, and a changed policy holds for
 * the next request.
 */
final class Exchange implements AutoCloseable {

  private static final int CONNECTIONS = 256;

  private final ScheduledExecutorService deadlines;
  private final OutboundLimits limits;
  private final CloseableHttpClient http;

  Exchange(
      Supplier<EgressGuard> guards, ScheduledExecutorService deadlines, OutboundLimits limits) {
    this.deadlines = deadlines;
    this.limits = limits;
    this.http = client(guards, limits);
  }

  private static CloseableHttpClient client(Supplier<EgressGuard> guards, OutboundLimits limits) {
    Timeout connect = Timeout.of(limits.connect());
    Timeout response = Timeout.of(limits.response());
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new JudgedAddresses(guards))
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(response).build())
                .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(response)
                        .build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(connect)
                .setResponseTimeout(response)
                .build())
        .setConnectionReuseStrategy((request, answer, context) -> false)
        .setUserAgent("Tocsin")
        .setProxySelector(null)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  /** Returns the deadline of a request that starts now. */
  Deadline deadline() {
    return Deadline.in(limits.total());
  }

  OutboundResponse send(URI uri, OutboundRequest request, Deadline deadline) throws IOException {
    HttpUriRequestBase message = new HttpUriRequestBase(request.method(), uri);
    request.headers().forEach(message::setHeader);
    String body = request.body();
    if (body != null) {
      message.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), null));
    }
    Future<?> cutOff = deadlines.schedule(message::abort, deadline.left(), TimeUnit.NANOSECONDS);
    try {
      int most = Objects.requireNonNullElse(request.maxBody(), limits.maxBody());
      return read(http.executeOpen(target(uri), message, null), message, most);
    } catch (BlockedTarget e) {
      throw e;
    } catch (IOException e) {
      throw deadline.isOver() ? tooLong(e) : e;
    } finally {
      cutOff.cancel(false);
    }
  }

  private static HttpHost target(URI uri) {
    return new HttpHost(uri.getScheme(), uri.getHost(), EgressGuard.portOf(uri));
  }

  private static IOException tooLong(IOException cause) {
    InterruptedIOException tooLong = new InterruptedIOException("the receiver took too long");
    tooLong.initCause(cause);
    return tooLong;
  }

  private OutboundResponse read(ClassicHttpResponse response, HttpUriRequestBase message, int most)
      throws IOException {
    boolean complete = false;
    try {
      byte[] body = head(response.getEntity(), most);
      complete = body.length <= most;
      int length = Math.min(body.length, most);
      String text = new String(body, 0, length, StandardCharsets.UTF_8);
      return new OutboundResponse(response.getCode(), headers(response), text, !complete);
    } finally {
      if (!complete) {
        // closing politely would first read the rest, however long it is
        message.abort();
      }
      Closer.closeQuietly(response);
    }
  }

  private static Map<String, String> headers(ClassicHttpResponse response) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : response.getHeaders()) {
      headers.putIfAbsent(
          header.getName().toLowerCase(Locale.ROOT), String.valueOf(header.getValue()));
    }
    return headers;
  }

  private byte[] head(@Nullable HttpEntity entity, int most) throws IOException {
    InputStream in = entity == null ? null : entity.getContent();
    return in == null ? new byte[0] : in.readNBytes(most + 1);
  }

  @Override
  public void close() {
    http.close(CloseMode.GRACEFUL);
  }

  /** Gives the HTTP client judged addresses only; what it gets is what it dials. */
  private record JudgedAddresses(Supplier<EgressGuard> guards) implements DnsResolver {

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
      return guards.get().addresses(host, port).stream()
          .map(address -> new InetSocketAddress(address, port))
          .toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      // without a port a network opened for one port stays closed
      return guards.get().addresses(host, 0).toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
