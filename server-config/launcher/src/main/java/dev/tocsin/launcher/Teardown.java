package dev.tocsin.launcher;

import java.util.ArrayDeque;
import java.util.Deque;

/** Stops what was started, last first, once, even if stopping begins while something starts. */
final class Teardown {
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private volatile boolean over;

  /** Remember something to close; closes it at once if the end has come already. */
  synchronized <T extends AutoCloseable> T add(T thing) {
    if (over) {
      closeQuietly(thing);
    } else {
      started.push(thing);
    }
    return thing;
  }

  boolean hasBegun() {
    return over;
  }

  /** Close everything; a second call waits for the first and does nothing. */
  synchronized void run() {
    over = true;
    while (!started.isEmpty()) {
      closeQuietly(started.pop());
    }
  }

  private static void closeQuietly(AutoCloseable thing) {
    try {
      thing.close();
    } catch (Exception e) {
      System.err.println("While stopping: " + e.getMessage());
    }
  }
}
