package dev.tocsin.platform.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The stored settings as this node last saw them, at most a second old.
 *
 * <p>Settings are read on paths as hot as every request and every delivery, and hardly ever
 * changed. One small query a second and node, made by whoever reads first after that second, costs
 * less than an indexed read each time and needs no messages between nodes. A change made on this
 * node is seen at once. Whoever comes while another thread is reading takes the older values rather
 * than wait with a connection in hand, so readers can never starve each other of connections.
 */
final class SettingsCache {

  private static final Duration MAX_AGE = Duration.ofSeconds(1);
  private static final long PATIENCE_MILLIS = 250;

  private record Snapshot(Map<String, JsonNode> values, Instant at) {}

  private final Supplier<Map<String, JsonNode>> load;
  private final Clock clock;
  private final ReentrantLock loading = new ReentrantLock();
  private volatile @Nullable Snapshot snapshot;
  private volatile boolean invalid;

  SettingsCache(Supplier<Map<String, JsonNode>> load, Clock clock) {
    this.load = load;
    this.clock = clock;
  }

  /** Returns the stored values by key; secrets sealed. */
  Map<String, JsonNode> values() {
    Snapshot seen = snapshot;
    if (seen == null) {
      loading.lock();
      return refresh().values();
    }
    if (isFresh(seen) || !mayLoad()) {
      return seen.values();
    }
    return refresh().values();
  }

  /** Makes the next reader look at the database. */
  void invalidate() {
    invalid = true;
  }

  private boolean isFresh(Snapshot seen) {
    Instant now = clock.instant();
    return !invalid && !now.isBefore(seen.at()) && now.isBefore(seen.at().plus(MAX_AGE));
  }

  /** Takes the lock, waiting a little only when this node knows of a change. */
  private boolean mayLoad() {
    if (!invalid) {
      return loading.tryLock();
    }
    try {
      return loading.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Snapshot refresh() {
    try {
      Snapshot seen = snapshot;
      if (seen != null && isFresh(seen)) {
        return seen;
      }
      Instant at = clock.instant();
      // cleared before reading: a change that commits meanwhile asks for another look
      invalid = false;
      Snapshot read = new Snapshot(Map.copyOf(load.get()), at);
      snapshot = read;
      return read;
    } catch (RuntimeException e) {
      invalid = true;
      throw e;
    } finally {
      loading.unlock();
    }
  }
}
