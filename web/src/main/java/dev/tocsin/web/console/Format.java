package dev.tocsin.web.console;

import dev.tocsin.persistence.Code;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Words for values. Instants are written in UTC for readers without scripts; the browser shows them
 * in the reader's own zone.
 */
@Named("fmt")
@ApplicationScoped
public class Format {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final String LABELS = "dev.tocsin.web.console.labels";

  /** Returns an instant as people read it in UTC; empty for null. */
  public String utc(@Nullable Instant at) {
    return at == null ? "" : UTC.format(at);
  }

  /** Returns the wire name of a constant; empty for null. */
  public String code(@Nullable Enum<?> constant) {
    return constant == null ? "" : Code.of(constant);
  }

  /** Returns what a value's style is named after: its wire name with hyphens. */
  public String kind(@Nullable Object value) {
    String code = value instanceof Enum<?> constant ? Code.of(constant) : String.valueOf(value);
    return code.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
  }

  /** Returns the label of a constant or of its wire name; what has no label shows its own name. */
  public String label(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String code = value instanceof Enum<?> constant ? Code.of(constant) : value.toString();
    try {
      return ResourceBundle.getBundle(LABELS, Locale.ENGLISH).getString("value." + code);
    } catch (MissingResourceException e) {
      return sentence(code);
    }
  }

  /** Returns a duration in its two largest units, for example {@code 1 d 4 h}; empty for null. */
  public String duration(@Nullable Duration duration) {
    if (duration == null) {
      return "";
    }
    Duration length = duration.abs();
    String text;
    if (length.toDays() > 0) {
      text = units(length.toDays(), "d", length.toHoursPart(), "h");
    } else if (length.toHours() > 0) {
      text = units(length.toHours(), "h", length.toMinutesPart(), "min");
    } else if (length.toMinutes() > 0) {
      text = units(length.toMinutes(), "min", length.toSecondsPart(), "s");
    } else if (length.toSeconds() > 0) {
      text = length.toSeconds() + " s";
    } else {
      text = length.toMillis() + " ms";
    }
    return duration.isNegative() ? "−" + text : text;
  }

  /** Returns a number of bytes in the largest unit that leaves at least one of it. */
  public String size(long bytes) {
    return bytes < 1024
        ? bytes + " B"
        : bytes < 1024 * 1024 ? bytes / 1024 + " KiB" : bytes / (1024 * 1024) + " MiB";
  }

  /** Returns seconds in their two largest units. */
  public String seconds(long seconds) {
    return duration(Duration.ofSeconds(seconds));
  }

  /** Returns the texts of a collection, separated by commas. */
  public String joined(@Nullable Collection<?> values) {
    return values == null ? "" : String.join(", ", values.stream().map(String::valueOf).toList());
  }

  private static String units(long many, String large, int few, String small) {
    return few == 0 ? many + " " + large : many + " " + large + " " + few + " " + small;
  }

  private static String sentence(String code) {
    String words = code.replace('_', ' ').replace('.', ' ');
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
