package dev.tocsin.platform.ical;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes a calendar line by line, as RFC 5545 demands it.
 *
 * <p>Lines end in CRLF and are folded so that none is longer than 75 octets, never inside a
 * character of UTF-8: the libraries at hand fold by characters.
 */
public final class ContentLines {
  private static final int LONGEST = 75;
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Write a value that needs no escaping: a word, a number, a property with its parameters. */
  public ContentLines raw(String name, String value) {
    fold((name + ':' + value).getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Write a value of type TEXT, escaped. */
  public ContentLines text(String name, String value) {
    return raw(name, escaped(value));
  }

  /** Write an instant in UTC; what is shorter than a second is cut off. */
  public ContentLines instant(String name, Instant value) {
    return raw(name, UTC.format(value));
  }

  /** Write a duration, together with the parameter that says it is one. */
  public ContentLines duration(String name, Duration value) {
    return raw(name + ";VALUE=DURATION", value.toString());
  }

  /** Return everything written, in UTF-8. */
  public byte[] bytes() {
    return out.toByteArray();
  }

  /**
   * Return a text as the value of a property: backslash, semicolon, comma and line ends escaped.
   * Characters that a calendar cannot hold (controls but the tab) are left out.
   */
  static String escaped(String text) {
    StringBuilder value = new StringBuilder(text.length() + 16);
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(
            c -> {
              if (c == '\n' || c == '\r') {
                value.append("\\n");
              } else if (c == '\\' || c == ';' || c == ',') {
                value.append('\\').appendCodePoint(c);
              } else if (Character.getType(c) == Character.SURROGATE) {
                value.append('\uFFFD'); // half a character is none
              } else if (c == '\t' || !Character.isISOControl(c)) {
                value.appendCodePoint(c);
              }
            });
    return value.toString();
  }

  private void fold(byte[] line) {
    int from = 0;
    int room = LONGEST;
    while (line.length - from > room) {
      int to = from + room;
      while (isInsideCharacter(line[to])) {
        to--;
      }
      out.write(line, from, to - from);
      out.writeBytes(new byte[] {'\r', '\n', ' '});
      from = to;
      room = LONGEST - 1;
    }
    out.write(line, from, line.length - from);
    out.writeBytes(new byte[] {'\r', '\n'});
  }

  private static boolean isInsideCharacter(byte octet) {
    return (octet & 0xC0) == 0x80;
  }
}
