package dev.tocsin.platform.egress;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads addresses as text, without the JDK's leniency and without its habit of turning IPv4-mapped
 * addresses into IPv4 ones.
 */
final class IpLiteral {

  private static final Pattern V4 =
      Pattern.compile(
          "(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})");
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

  private IpLiteral() {}

  /** Returns the 4 or 16 bytes of a strictly written address, without brackets or zone. */
  static Optional<byte[]> parse(String text) {
    return text.indexOf(':') >= 0 ? v6(text) : v4(text);
  }

  private static Optional<byte[]> v4(String text) {
    Matcher matcher = V4.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    byte[] address = new byte[4];
    for (int i = 0; i < 4; i++) {
      int part = Integer.parseInt(matcher.group(i + 1));
      if (part > 255) {
        return Optional.empty();
      }
      address[i] = (byte) part;
    }
    return Optional.of(address);
  }

  private static Optional<byte[]> v6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text).filter(all -> all.length == 16);
    }
    Optional<byte[]> head = groups(text.substring(0, gap));
    Optional<byte[]> tail = groups(text.substring(gap + 2));
    if (head.isEmpty() || tail.isEmpty() || head.get().length + tail.get().length > 14) {
      return Optional.empty();
    }
    byte[] address = Arrays.copyOf(head.get(), 16);
    System.arraycopy(tail.get(), 0, address, 16 - tail.get().length, tail.get().length);
    return Optional.of(address);
  }

  /** Reads {@code a:b:c} or {@code a:b:1.2.3.4}; nothing is no group at all. */
  private static Optional<byte[]> groups(String text) {
    if (text.isEmpty()) {
      return Optional.of(new byte[0]);
    }
    String[] parts = text.split(":", -1);
    byte[] bytes = new byte[18];
    int length = 0;
    for (int i = 0; i < parts.length; i++) {
      Optional<byte[]> last = i == parts.length - 1 ? v4(parts[i]) : Optional.empty();
      if (parts.length > 8 || (last.isEmpty() && !GROUP.matcher(parts[i]).matches())) {
        return Optional.empty();
      }
      byte[] group = last.orElseGet(() -> new byte[2]);
      if (last.isEmpty()) {
        int value = Integer.parseInt(parts[i], 16);
        group[0] = (byte) (value >> 8);
        group[1] = (byte) value;
      }
      System.arraycopy(group, 0, bytes, length, group.length);
      length += group.length;
    }
    return length > 16 ? Optional.empty() : Optional.of(Arrays.copyOf(bytes, length));
  }
}
