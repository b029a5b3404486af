package dev.tocsin.platform.egress;

import java.io.InterruptedIOException;
import java.time.Duration;

/** The moment at which a request, its redirects included, has taken long enough. */
final class Deadline {

  private final long nanos;

  private Deadline(long nanos) {
    this.nanos = nanos;
  }

  static Deadline in(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  /** Returns the nanoseconds left, more than none. */
  long left() throws InterruptedIOException {
    long left = nanos - System.nanoTime();
    if (left <= 0) {
      throw new InterruptedIOException("the receiver took too long");
    }
    return left;
  }

  boolean isOver() {
    return nanos - System.nanoTime() <= 0;
  }
}
