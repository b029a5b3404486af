package dev.tocsin.notifications.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says when a failed delivery is tried again, and when it is given up.
 *
 * <p>The wait doubles from {@code first} up to {@code longest}, of which a random half is taken off
 * so that many failures do not come back together; it is never shorter than the receiver's {@code
 * Retry-After}. The last try is made when the delivery reaches its greatest age.
 *
 * @param maxTries failed tries after which it is given up, counted from when it was queued
 * @param maxAge time after which it is given up, counted from when it was queued
 */
record RetryPolicy(Duration first, Duration longest, int maxTries, Duration maxAge) {

  /**
   * Returns when to try again, or nothing when it is enough.
   *
   * @param failures failed tries so far, with the one just ended
   * @param retryAfter what the receiver asked for, if it did
   * @param jitter 0 (inclusive) to 1 (exclusive)
   */
  Optional<Instant> next(
      int failures, Instant queuedAt, Instant now, @Nullable Duration retryAfter, double jitter) {
    Instant end = queuedAt.plus(maxAge);
    if (failures >= maxTries || !now.isBefore(end)) {
      return Optional.empty();
    }
    Duration wait = jittered(backoff(failures), jitter);
    if (retryAfter != null && retryAfter.compareTo(wait) > 0) {
      wait = retryAfter;
    }
    Instant next = now.plus(wait);
    return Optional.of(next.isAfter(end) ? end : next);
  }

  private Duration backoff(int failures) {
    Duration wait = first;
    for (int i = 1; i < failures && wait.compareTo(longest) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    return wait.compareTo(longest) < 0 ? wait : longest;
  }

  private static Duration jittered(Duration wait, double jitter) {
    long millis = wait.toMillis();
    return Duration.ofMillis(millis - (long) (millis / 2.0 * jitter));
  }
}
