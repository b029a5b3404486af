package dev.tocsin.platform.work;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after failures: doubling, capped, with jitter so that rows do not march in step.
 */
public final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private Backoff() {}

  /** Returns the wait after this many failures in a row (1 = the first): half to all of 2ⁿ⁻¹ s. */
  public static Duration delay(int failures) {
    long full = ceiling(failures).toMillis();
    return Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
  }

  /** Returns the longest that {@link #delay} may answer. */
  static Duration ceiling(int failures) {
    if (failures < 1) {
      throw new IllegalArgumentException("failures must be at least 1");
    }
    // beyond 2^20 s the cap has long been reached; the shift must not overflow
    Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, 20));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
