package dev.tocsin.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class WorkRunnerTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final AtomicInteger runs = new AtomicInteger();

  private WorkRunner runner(IntFunction<Batch> behaviour) {
    DueWork work =
        new DueWork() {
          @Override
          public String name() {
            return "sample";
          }

          @Override
          public Batch run(Instant now) {
            return behaviour.apply(runs.incrementAndGet());
          }
        };
    return new WorkRunner(work, () -> NOW, new WorkMeters(registry, "sample"));
  }

  private static Batch batch(boolean more) {
    return new Batch(1, 0, more, NOW.minusSeconds(3));
  }

  @Test
  void runsOnUntilNothingMoreIsDueAndMeasures() {
    WorkRunner runner = runner(run -> batch(run < 4));
    assertThat(runner.request()).isTrue();
    runner.drain(() -> false);
    assertThat(runs).hasValue(4);
    assertThat(registry.get("tocsin.work.rows").tag("outcome", "done").counter().count())
        .isEqualTo(4);
    assertThat(registry.get("tocsin.work.lag.seconds").gauge().value()).isEqualTo(3);
  }

  @Test
  void aRequestDuringARunIsNotLostAndStartsNoSecondThread() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    WorkRunner runner =
        runner(
            run -> {
              inside.countDown();
              await(go);
              return batch(false);
            });
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      assertThat(runner.request()).isTrue();
      Future<?> drained = thread.submit(() -> runner.drain(() -> false));
      await(inside);
      assertThat(runner.request()).isFalse();
      assertThat(runner.request()).isFalse();
      go.countDown();
      drained.get(10, TimeUnit.SECONDS);
    } finally {
      thread.shutdownNow();
    }
    assertThat(runs).hasValue(2);
    assertThat(runner.request()).isTrue();
  }

  @Test
  void aWorkThatThrowsRunsAgainAtTheNextBeat() {
    WorkRunner runner =
        runner(
            run -> {
              if (run == 1) {
                throw new IllegalStateException("first run fails");
              }
              return batch(false);
            });
    assertThat(runner.request()).isTrue();
    runner.drain(() -> false);
    assertThat(runner.request()).isTrue();
    runner.drain(() -> false);
    assertThat(runs).hasValue(2);
    assertThat(registry.get("tocsin.work.crashes").counter().count()).isEqualTo(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
