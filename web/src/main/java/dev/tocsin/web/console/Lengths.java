package dev.tocsin.web.console;

import dev.tocsin.platform.error.Rejected;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them, {@code 1 d 4 h} or {@code 30 min}, to the second. */
public final class Lengths {

  private static final Pattern PART = Pattern.compile("\\G\\s*(\\d{1,9})\\s*([a-z]+)\\.?[\\s,]*");
  private static final Map<String, Duration> UNITS =
      Map.ofEntries(
          Map.entry("w", Duration.ofDays(7)),
          Map.entry("d", Duration.ofDays(1)),
          Map.entry("day", Duration.ofDays(1)),
          Map.entry("days", Duration.ofDays(1)),
          Map.entry("h", Duration.ofHours(1)),
          Map.entry("hour", Duration.ofHours(1)),
          Map.entry("hours", Duration.ofHours(1)),
          Map.entry("m", Duration.ofMinutes(1)),
          Map.entry("min", Duration.ofMinutes(1)),
          Map.entry("minutes", Duration.ofMinutes(1)),
          Map.entry("s", Duration.ofSeconds(1)));

  private Lengths() {}

  /** Returns a length so that {@link #parse} reads it again; one with parts of a second in ISO. */
  public static String text(Duration length) {
    if (length.toNanosPart() != 0 || length.isNegative() || length.isZero()) {
      return length.toString();
    }
    StringBuilder text = new StringBuilder();
    part(text, length.toDays(), "d");
    part(text, length.toHoursPart(), "h");
    part(text, length.toMinutesPart(), "min");
    part(text, length.toSecondsPart(), "s");
    return text.toString();
  }

  private static void part(StringBuilder text, long many, String unit) {
    if (many > 0) {
      text.append(text.isEmpty() ? "" : " ").append(many).append(' ').append(unit);
    }
  }

  /**
   * Returns the length that a text means; also of ISO 8601, {@code PT4H}.
   *
   * @param pointer names the input in the fault
   * @throws Rejected when it means none
   */
  public static Duration parse(String text, String pointer) {
    String typed = text.strip().toLowerCase(Locale.ROOT);
    try {
      return typed.matches("-?p.*") ? Duration.parse(typed) : sum(typed);
    } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
      throw new Rejected(pointer, "invalid", Messages.text("length.bad"));
    }
  }

  private static Duration sum(String typed) {
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(typed);
    int read = 0;
    while (part.find()) {
      Duration unit = UNITS.get(part.group(2));
      if (unit == null) {
        throw new IllegalArgumentException(typed);
      }
      sum = sum.plus(unit.multipliedBy(Long.parseLong(part.group(1))));
      read = part.end();
    }
    if (read == 0 || read < typed.length()) {
      throw new IllegalArgumentException(typed);
    }
    return sum;
  }
}
