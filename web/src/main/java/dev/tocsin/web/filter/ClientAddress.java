package dev.tocsin.web.filter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where a request really comes from.
 *
 * <p>Forwarding headers are believed only when the peer is one of the proxies named in {@code
 * tocsin.trusted.proxies} (addresses or CIDR blocks, separated by commas), and then only up to the
 * first address that is none.
 */
@ApplicationScoped
public class ClientAddress {

  private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  private final List<Block> trusted;

  /** Reads the trusted proxies from the configuration; none by default. */
  @Inject
  public ClientAddress() {
    this(configured());
  }

  ClientAddress(List<String> trusted) {
    this.trusted = trusted.stream().map(Block::parse).toList();
  }

  private static List<String> configured() {
    Config config = ConfigProvider.getConfig();
    Optional<String> value = config.getOptionalValue("tocsin.trusted.proxies", String.class);
    return value.stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** Returns the address of the caller, as text. */
  public String of(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    String forwarded = request.getHeader("X-Forwarded-For");
    if (forwarded == null) {
      return address;
    }
    String[] hops = forwarded.split(",", -1);
    for (int i = hops.length - 1; i >= 0 && isTrusted(address); i--) {
      String hop = hops[i].strip();
      if (parse(hop) == null) {
        break;
      }
      address = hop;
    }
    return address;
  }

  /** Returns whether the caller speaks https, to this server or to a trusted proxy before it. */
  public boolean isSecure(HttpServletRequest request) {
    return request.isSecure()
        || (isTrusted(request.getRemoteAddr())
            && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")));
  }

  /** Returns whether the caller sits on this machine, and nothing was in between. */
  public boolean isLocal(HttpServletRequest request) {
    InetAddress peer = parse(request.getRemoteAddr());
    return peer != null && peer.isLoopbackAddress() && !isForwarded(request);
  }

  private static boolean isForwarded(HttpServletRequest request) {
    for (String name : java.util.Collections.list(request.getHeaderNames())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.startsWith("x-forwarded-")
          || lower.equals("forwarded")
          || lower.equals("x-real-ip")
          || lower.equals("via")) {
        return true;
      }
    }
    return false;
  }

  private boolean isTrusted(String address) {
    if (trusted.isEmpty()) {
      return false;
    }
    InetAddress parsed = parse(address);
    return parsed != null && trusted.stream().anyMatch(block -> block.holds(parsed));
  }

  /** Parses a literal; a name is never looked up. */
  static @Nullable InetAddress parse(String text) {
    String bare =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    int zone = bare.indexOf('%');
    String literal = zone < 0 ? bare : bare.substring(0, zone);
    if (!LITERAL.matcher(literal).matches()
        || !(literal.contains(":") || literal.matches("[0-9]+(\\.[0-9]+){3}"))) {
      return null;
    }
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private record Block(InetAddress network, int bits) {

    static Block parse(String text) {
      int slash = text.indexOf('/');
      InetAddress network = ClientAddress.parse(slash < 0 ? text : text.substring(0, slash));
      if (network == null) {
        throw new IllegalArgumentException("tocsin.trusted.proxies holds no address: " + text);
      }
      int most = network.getAddress().length * 8;
      return new Block(
          network, slash < 0 ? most : Math.min(Integer.parseInt(text.substring(slash + 1)), most));
    }

    boolean holds(InetAddress address) {
      byte[] wanted = network.getAddress();
      byte[] bytes = address.getAddress();
      if (bytes.length != wanted.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((bytes[bit / 8] & mask) != (wanted[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
