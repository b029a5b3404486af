package dev.tocsin.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.tocsin.platform.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SettingsCacheTest {

  private final AtomicInteger loads = new AtomicInteger();
  private final SettableClock clock = new SettableClock(Instant.EPOCH);
  private final SettingsCache cache = new SettingsCache(this::load, clock);

  @Test
  void withinASecondNothingIsReadAgain() {
    assertThat(value(cache)).isEqualTo(1);
    clock.advance(Duration.ofMillis(999));
    assertThat(value(cache)).isEqualTo(1);
    clock.advance(Duration.ofMillis(1));
    assertThat(value(cache)).isEqualTo(2);
  }

  @Test
  void aChangeMadeHereIsSeenAtOnce() {
    assertThat(value(cache)).isEqualTo(1);
    cache.invalidate();
    assertThat(value(cache)).isEqualTo(2);
    assertThat(value(cache)).isEqualTo(2);
  }

  @Test
  void aClockThatIsSetBackDoesNotFreezeTheSettings() {
    assertThat(value(cache)).isEqualTo(1);
    clock.advance(Duration.ofHours(-1));
    assertThat(value(cache)).isEqualTo(2);
  }

  @Test
  void aFailedReadIsTriedAgain() {
    AtomicInteger tries = new AtomicInteger();
    SettingsCache failing =
        new SettingsCache(
            () -> {
              if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("no connection");
              }
              return load();
            },
            clock);
    assertThatThrownBy(failing::values).hasMessage("no connection");
    assertThat(value(failing)).isEqualTo(1);
  }

  @Test
  void whoeverComesDuringAReadTakesTheOlderValues() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    AtomicInteger reads = new AtomicInteger();
    SettingsCache slow =
        new SettingsCache(
            () -> {
              if (reads.incrementAndGet() == 2) {
                reading.countDown();
                await(finish);
              }
              return load();
            },
            clock);
    assertThat(value(slow)).isEqualTo(1);
    clock.advance(Duration.ofSeconds(2));
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> reader = thread.submit(() -> value(slow));
      await(reading);
      assertThat(value(slow)).isEqualTo(1);
      finish.countDown();
      assertThat(reader.get(5, TimeUnit.SECONDS)).isEqualTo(2);
      assertThat(value(slow)).isEqualTo(2);
    } finally {
      finish.countDown();
      thread.shutdownNow();
    }
  }

  private Map<String, JsonNode> load() {
    return Map.of("n", IntNode.valueOf(loads.incrementAndGet()));
  }

  private static int value(SettingsCache cache) {
    return cache.values().getOrDefault("n", IntNode.valueOf(0)).asInt();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
