package dev.tocsin.platform.egress;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A network that an operator has opened: {@code CIDR} for all its ports or {@code CIDR:port}. */
public final class AllowedNetwork {

  private static final Pattern FORM = Pattern.compile("([^/]+/\\d{1,3})(?::(\\d{1,5}))?");

  private final IpRange range;
  private final @Nullable Integer port;

  private AllowedNetwork(IpRange range, @Nullable Integer port) {
    this.range = range;
    this.port = port;
  }

  /**
   * Reads {@code 10.1.0.0/16}, {@code 127.0.0.1/32:9000} or {@code fd12::/16:443}; empty for
   * anything else.
   */
  public static Optional<AllowedNetwork> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Integer port = matcher.group(2) == null ? null : Integer.valueOf(matcher.group(2));
    if (port != null && (port < 1 || port > 65535)) {
      return Optional.empty();
    }
    return IpRange.parse(matcher.group(1)).map(range -> new AllowedNetwork(range, port));
  }

  /** Returns whether this network opens a blocked address; metadata only by its exact address. */
  boolean opens(byte[] address, int target, SpecialAddresses.Block block) {
    return (port == null || port == target)
        && range.contains(address)
        && (!block.metadata() || range.isSingle());
  }
}
