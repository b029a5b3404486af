package dev.tocsin.platform.work;

import dev.tocsin.platform.time.Times;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The one timer: asks every {@link DueWork} each second, and at once when nudged.
 *
 * <p>Each work runs on its own thread, so a slow one never delays another; a beat that finds a work
 * still running only notes that it should look again.
 *
 * <p>It is silent until {@link #begin}: its own jar is up before those of the modules whose works
 * it asks.
 */
@Startup
@Singleton
@DependsOn({"Migrator", "SecretKeyCheck"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Heartbeat {

  @Inject @Any private Instance<DueWork> works;
  @Inject private Clock clock;
  @Inject private MeterRegistry meters;

  // threads of our own: a server's default executor may run one task at a time (Payara's does),
  // and then a slow work would delay all others
  @Resource private ManagedThreadFactory threads;

  private final Map<String, WorkRunner> runners = new ConcurrentHashMap<>();
  private @Nullable ExecutorService executor;
  private volatile boolean beating;

  @PostConstruct
  void start() {
    executor = Executors.newCachedThreadPool(threads);
    for (DueWork work : works) {
      WorkRunner runner =
          new WorkRunner(work, () -> Times.now(clock), new WorkMeters(meters, work.name()));
      if (runners.put(work.name(), runner) != null) {
        throw new IllegalStateException("two works are named " + work.name());
      }
    }
  }

  /** Begins to ask; called once every module is up. */
  public void begin() {
    beating = true;
  }

  /** Stops asking; called before the first module goes down. Batches under way end. */
  public void end() {
    beating = false;
  }

  @PreDestroy
  void stop() {
    end();
    if (executor != null) {
      executor.shutdown();
    }
  }

  /** Beats once a second, on every node. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void beat() {
    runners.values().forEach(this::wake);
  }

  /** Wakes one work as soon as the transaction that nudged has committed. */
  public void nudged(@Observes(during = TransactionPhase.AFTER_SUCCESS) Nudge nudge) {
    WorkRunner runner = runners.get(nudge.work());
    if (runner == null) {
      throw new IllegalArgumentException("no work is named " + nudge.work());
    }
    wake(runner);
  }

  private void wake(WorkRunner runner) {
    if (beating && executor != null && runner.request()) {
      try {
        executor.execute(() -> runner.drain(() -> !beating));
      } catch (RejectedExecutionException e) {
        // no thread to be had, or closing: the next beat asks again
        runner.release();
      }
    }
  }
}
