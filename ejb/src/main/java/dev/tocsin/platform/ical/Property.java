package dev.tocsin.platform.ical;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a calendar.
 *
 * @param name in capitals
 * @param parameters by their names in capitals, without their quotes
 * @param value as it is written, escapes included
 */
public record Property(String name, Map<String, String> parameters, String value) {

  /** Read an unfolded line; null when it is none. */
  static @Nullable Property parse(String line) {
    return new PropertyParser(line).parse();
  }

  /** Return a parameter; null for none. */
  public @Nullable String parameter(String parameter) {
    return parameters.get(parameter);
  }

  /** Return the value of a TEXT without its escapes. */
  public String text() {
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char escaped = value.charAt(++i);
        text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
