package dev.tocsin.platform.worktime;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of real time that counts, or does not.
 *
 * @param to its end, not included
 * @param holiday the name of the day off but for which it would count, empty when it has none; null
 *     when it counts, or would on no day
 */
public record Span(Instant from, Instant to, boolean counts, @Nullable String holiday) {

  /** Returns how long it lasts. */
  public Duration length() {
    return Duration.between(from, to);
  }
}
