package dev.tocsin.platform.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class SettableClock extends Clock {

  private volatile Instant now;

  /** Makes a clock that stands at an instant. */
  public SettableClock(Instant now) {
    this.now = now;
  }

  /** Moves the hands to an instant, forward or back. */
  public synchronized void set(Instant instant) {
    now = instant;
  }

  /** Moves the hands forward, by all of it whoever else does so, too. */
  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("UTC is all there is");
  }
}
