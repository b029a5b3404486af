package dev.tocsin.platform.egress;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges where Tocsin may connect to, so that nobody can make it reach into the operator's network.
 *
 * <p>A URL is judged twice: when it is saved ({@link #check}), so that the person learns the
 * reason, and when it is dialled ({@link #addresses}), because a name may have got other addresses
 * since. One address that is not public refuses the whole name.
 */
public final class EgressGuard {

  private static final Set<String> METADATA_NAMES =
      Set.of(
          "metadata",
          "metadata.google.internal",
          "metadata.goog",
          "metadata.azure.internal",
          "metadata.tencentyun.com",
          "metadata.platformequinix.com",
          "instance-data",
          "instance-data.ec2.internal");

  /** As browsers see it: a host whose last label is a number is meant as an IPv4 address. */
  private static final Pattern NUMERIC_END = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");

  private final EgressPolicy policy;
  private final HostResolver resolver;

  public EgressGuard(EgressPolicy policy, HostResolver resolver) {
    this.policy = policy;
    this.resolver = resolver;
  }

  /**
   * Judges a URL that somebody wants to save, looking its host up.
   *
   * <p>A name without any address now is let through: it may get one, and is judged when dialled.
   *
   * @throws BlockedTarget naming the class of address, when the URL may not be dialled
   */
  public void check(String url) throws BlockedTarget {
    URI uri = checkText(url);
    try {
      addresses(uri.getHost(), portOf(uri));
    } catch (BlockedTarget e) {
      throw e;
    } catch (UnknownHostException e) {
      return;
    }
  }

  /**
   * Judges a URL by its text alone and returns it parsed, with a host and the scheme http or https.
   *
   * @throws BlockedTarget when its text already says that it may not be dialled
   */
  public URI checkText(String url) throws BlockedTarget {
    URI uri = parse(url);
    boolean http = "http".equalsIgnoreCase(uri.getScheme());
    if (!http && !"https".equalsIgnoreCase(uri.getScheme())) {
      throw new BlockedTarget("the URL must begin with https://");
    }
    if (uri.getRawUserInfo() != null) {
      throw new BlockedTarget("the URL holds a user name");
    }
    if (uri.getHost() == null) {
      throw new BlockedTarget("the URL has no valid host name");
    }
    if (uri.getPort() == 0 || uri.getPort() > 65535) {
      throw new BlockedTarget("the port is not one of 1 to 65535");
    }
    Optional<byte[]> literal = literal(uri.getHost());
    if (literal.isPresent()) {
      judge(uri.getHost(), literal.get(), portOf(uri));
    }
    if (http && !policy.allowHttp()) {
      throw new BlockedTarget("http is not allowed, use https");
    }
    return uri;
  }

  /**
   * Resolves a host for one connection and returns its addresses, every one of them judged; these,
   * and no second lookup, must be dialled.
   *
   * @param host a name, an IPv4 address or an IPv6 address in brackets or without
   * @throws BlockedTarget when one of the addresses may not be dialled
   * @throws UnknownHostException when the name has no address
   */
  public List<InetAddress> addresses(String host, int port) throws UnknownHostException {
    Optional<byte[]> literal = literal(host);
    if (literal.isPresent()) {
      judge(host, literal.get(), port);
    }
    List<InetAddress> addresses =
        literal.isPresent()
            ? List.of(InetAddress.getByAddress(literal.get()))
            : resolver.resolve(host);
    for (InetAddress address : addresses) {
      // judged once more even for a literal: the JDK may have made another address of it
      judge(host, address.getAddress(), port);
    }
    if (addresses.isEmpty()) {
      throw new UnknownHostException(host);
    }
    return addresses;
  }

  private static URI parse(String url) throws BlockedTarget {
    try {
      return new URI(url).parseServerAuthority();
    } catch (URISyntaxException e) {
      throw new BlockedTarget("the URL cannot be read: " + e.getReason());
    }
  }

  /** Returns the port a URL is dialled at. */
  static int portOf(URI uri) {
    if (uri.getPort() > 0) {
      return uri.getPort();
    }
    return "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
  }

  /**
   * Returns the address that a host spells out; refuses spellings that readers take differently.
   */
  private static Optional<byte[]> literal(String host) throws BlockedTarget {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.indexOf('%') >= 0) {
      throw new BlockedTarget(host + " names a network zone");
    }
    boolean bracketed = name.startsWith("[") && name.endsWith("]");
    if (bracketed || name.indexOf(':') >= 0) {
      String inner = bracketed ? name.substring(1, name.length() - 1) : name;
      return Optional.of(
          IpLiteral.parse(inner)
              .filter(address -> address.length == 16)
              .orElseThrow(() -> new BlockedTarget(host + " is not an address")));
    }
    Optional<byte[]> v4 = IpLiteral.parse(name);
    String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (v4.isEmpty() && NUMERIC_END.matcher(bare).matches()) {
      throw new BlockedTarget(host + " is an address in an unusual spelling");
    }
    if (METADATA_NAMES.contains(bare)) {
      throw new BlockedTarget(host + " is a cloud metadata name");
    }
    return v4;
  }

  private void judge(String host, byte[] address, int port) throws BlockedTarget {
    Optional<SpecialAddresses.Block> found = SpecialAddresses.blockOf(address);
    if (found.isEmpty()) {
      return;
    }
    SpecialAddresses.Block block = found.get();
    if (policy.allowedNetworks().stream().noneMatch(n -> n.opens(address, port, block))) {
      throw new BlockedTarget("%s is %s (%s)".formatted(host, block.kind(), block.range()));
    }
  }
}
