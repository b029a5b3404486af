package dev.tocsin.platform.worktime;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What weekdays are called in JSON: {@code mon} to {@code sun}. */
public final class DayKeys {

  /** The keys in the order of the week. */
  public static final List<String> ALL = Stream.of(DayOfWeek.values()).map(DayKeys::of).toList();

  private DayKeys() {}

  /** Returns a day's key. */
  public static String of(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  /** Returns the day of a key; empty when it is none. */
  public static Optional<DayOfWeek> find(String key) {
    int place = ALL.indexOf(key);
    return place < 0 ? Optional.empty() : Optional.of(DayOfWeek.of(place + 1));
  }
}
