package dev.tocsin.notifications.internal.mail;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address with a token behind a plus, {@code support+<token>@example.org}: what is sent to it
 * proves that its sender was sent the token.
 */
final class PlusAddress {

  private static final int BITS = 130;
  private static final int LENGTH = 26;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern TOKEN = Pattern.compile("[^@]*\\+([0-9a-v]{" + LENGTH + "})@[^@]+");

  private PlusAddress() {}

  /** Returns 130 random bits in letters and digits that survive a change of case. */
  static String newToken() {
    String text = new BigInteger(BITS, RANDOM).toString(32);
    return "0".repeat(LENGTH - text.length()) + text;
  }

  /** Returns an address, with or without a name before it, that carries the token. */
  static String with(String address, String token) {
    int at = address.lastIndexOf('@');
    return at < 0 ? address : address.substring(0, at) + "+" + token + address.substring(at);
  }

  /** Returns the token that a bare address carries. */
  static Optional<String> token(String address) {
    Matcher matcher = TOKEN.matcher(address.strip().toLowerCase(Locale.ROOT));
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
