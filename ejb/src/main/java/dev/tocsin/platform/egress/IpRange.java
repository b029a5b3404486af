package dev.tocsin.platform.egress;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A block of addresses of one family, written as {@code prefix/bits}. */
final class IpRange {

  private static final Pattern FORM = Pattern.compile("([0-9a-fA-F:.]+)/(\\d{1,3})");

  private final String text;
  private final byte[] prefix;
  private final int bits;

  private IpRange(String text, byte[] prefix, int bits) {
    this.text = text;
    this.prefix = prefix;
    this.bits = bits;
  }

  static Optional<IpRange> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int bits = Integer.parseInt(matcher.group(2));
    return IpLiteral.parse(matcher.group(1))
        .filter(prefix -> bits <= prefix.length * 8)
        .map(prefix -> new IpRange(text, prefix, bits));
  }

  /** Returns the range of a constant that is known to be well formed. */
  static IpRange of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException(text));
  }

  boolean contains(byte[] address) {
    if (address.length != prefix.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit += 8) {
      int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
      if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether the range is one single address. */
  boolean isSingle() {
    return bits == prefix.length * 8;
  }

  @Override
  public String toString() {
    return text;
  }
}
