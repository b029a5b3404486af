package dev.tocsin.platform.egress;

import java.util.List;
import java.util.Optional;

/**
 * Every block of addresses that is not the public internet, by the class that operators know it by.
 *
 * <p>The JDK's predicates ({@code isSiteLocalAddress} and its kin) know a third of these; the table
 * follows the special-purpose registries of IANA and the metadata addresses of the large clouds.
 */
final class SpecialAddresses {

  /**
   * One block.
   *
   * @param kind its class, to stand after "is" in a sentence
   * @param metadata whether cloud credentials live there
   */
  record Block(String kind, IpRange range, boolean metadata) {}

  private static final String METADATA = "a cloud metadata address";

  /** The first match counts, so the narrower block stands before the wider one. */
  private static final List<Block> BLOCKS =
      List.of(
          // cloud metadata: AWS and most others, AWS ECS, AWS EKS, Azure, Alibaba, Oracle
          block(METADATA, "169.254.169.254/32"),
          block(METADATA, "169.254.170.2/32"),
          block(METADATA, "169.254.170.23/32"),
          block(METADATA, "168.63.129.16/32"),
          block(METADATA, "100.100.100.200/32"),
          block(METADATA, "192.0.0.192/32"),
          block(METADATA, "fd00:ec2::254/128"),
          block(METADATA, "fd00:ec2::23/128"),
          block(METADATA, "fd20:ce::254/128"),
          // IPv4
          block("an unspecified address", "0.0.0.0/8"),
          block("a private address", "10.0.0.0/8"),
          block("a carrier-grade NAT address", "100.64.0.0/10"),
          block("a loopback address", "127.0.0.0/8"),
          block("a link-local address", "169.254.0.0/16"),
          block("a private address", "172.16.0.0/12"),
          block("a protocol assignment", "192.0.0.0/24"),
          block("a documentation address", "192.0.2.0/24"),
          block("a 6to4 relay", "192.88.99.0/24"),
          block("a private address", "192.168.0.0/16"),
          block("a benchmarking address", "198.18.0.0/15"),
          block("a documentation address", "198.51.100.0/24"),
          block("a documentation address", "203.0.113.0/24"),
          block("a multicast address", "224.0.0.0/4"),
          block("a broadcast address", "255.255.255.255/32"),
          block("a reserved address", "240.0.0.0/4"),
          // IPv6
          block("an unspecified address", "::/128"),
          block("a loopback address", "::1/128"),
          block("an IPv4-mapped address", "::ffff:0:0/96"),
          block("an IPv4-translated address", "::ffff:0:0:0/96"),
          block("an IPv4-compatible address", "::/96"),
          block("a NAT64 address", "64:ff9b::/96"),
          block("a NAT64 address", "64:ff9b:1::/48"),
          block("a Teredo address", "2001::/32"),
          block("a benchmarking address", "2001:2::/48"),
          block("a protocol assignment", "2001::/23"),
          block("a documentation address", "2001:db8::/32"),
          block("a 6to4 address", "2002::/16"),
          block("a documentation address", "3fff::/20"),
          block("a unique local address", "fc00::/7"),
          block("a link-local address", "fe80::/10"),
          block("a site-local address", "fec0::/10"),
          block("a multicast address", "ff00::/8"));

  /** All of IPv6 that is given out for the public internet; what lies outside it is reserved. */
  private static final IpRange GLOBAL_V6 = IpRange.of("2000::/3");

  private static final Block RESERVED_V6 = block("a reserved address", "::/0");

  private SpecialAddresses() {}

  /** Returns the block an address belongs to; empty for an address of the public internet. */
  static Optional<Block> blockOf(byte[] address) {
    Optional<Block> block = BLOCKS.stream().filter(b -> b.range().contains(address)).findFirst();
    if (block.isEmpty() && address.length == 16 && !GLOBAL_V6.contains(address)) {
      return Optional.of(RESERVED_V6);
    }
    return block;
  }

  private static Block block(String kind, String range) {
    return new Block(kind, IpRange.of(range), kind.equals(METADATA));
  }
}
