package dev.tocsin.platform.worktime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The arithmetic of time that counts, to the nanosecond.
 *
 * <p>{@link #between} is additive over any split of an interval, and {@code between(start,
 * due(start, work))} is {@code work}.
 */
public interface WorkingTime {

  /**
   * Returns the first instant at which so much time has counted since the start.
   *
   * <p>Work used up exactly at closing time is due at closing time; no work at all is due at once.
   *
   * @param work not negative
   */
  Instant due(Instant start, Duration work);

  /** Returns how much counts between two instants; zero when the second is not after the first. */
  Duration between(Instant from, Instant to);

  /**
   * Returns what counts between two instants and what does not, in order and without gaps.
   *
   * @return empty when that takes more than so many stretches
   */
  Optional<List<Span>> spans(Instant from, Instant to, int most);

  /** Returns working time that never stops: every hour of every day. */
  static WorkingTime aroundTheClock() {
    return AroundTheClock.INSTANCE;
  }
}
