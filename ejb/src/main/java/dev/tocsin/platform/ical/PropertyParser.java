package dev.tocsin.platform.ical;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes one line apart: name, parameters (whose values may be quoted), value. */
final class PropertyParser {

  private final String line;
  private int at;

  PropertyParser(String line) {
    this.line = line;
  }

  @Nullable Property parse() {
    String name = upTo(";:").toUpperCase(Locale.ROOT);
    Map<String, String> parameters = new HashMap<>();
    while (isNext(';')) {
      at++;
      String parameter = upTo("=;:").toUpperCase(Locale.ROOT);
      if (!isNext('=')) {
        return null;
      }
      at++;
      parameters.put(parameter, upTo(";:").replace("\"", ""));
    }
    if (name.isBlank() || !isNext(':')) {
      return null;
    }
    return new Property(name, Map.copyOf(parameters), line.substring(at + 1));
  }

  private boolean isNext(char c) {
    return at < line.length() && line.charAt(at) == c;
  }

  /** Return what comes before one of the ends, which do not count between quotes. */
  private String upTo(String ends) {
    int start = at;
    boolean quoted = false;
    while (at < line.length() && (quoted || ends.indexOf(line.charAt(at)) < 0)) {
      quoted ^= line.charAt(at) == '"';
      at++;
    }
    return line.substring(start, at);
  }
}
