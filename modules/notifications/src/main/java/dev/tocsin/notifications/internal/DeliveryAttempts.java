package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.AttemptOutcome;
import dev.tocsin.notifications.Channel;
import dev.tocsin.persistence.Code;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.platform.time.Times;
import dev.tocsin.platform.work.Batch;
import dev.tocsin.platform.work.DueWork;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The due work of one channel: a {@link Dispatcher} with the threads of the server. */
abstract class DeliveryAttempts implements DueWork, Dispatcher.Desk {

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final long IDLE_SECONDS = 30;

  @Inject private Leases leases;
  @Inject private Settings settings;
  @Inject private Clock clock;

  // a pool of our own: the servers' default pools run as few as one task at a time
  @Resource private ManagedThreadFactory threads;

  private final Channel channel;
  private final int senders;
  private final int perReceiver;
  private @Nullable ExecutorService pool;
  private @Nullable Dispatcher dispatcher;

  DeliveryAttempts(Channel channel, int senders, int perReceiver) {
    this.channel = channel;
    this.senders = senders;
    this.perReceiver = perReceiver;
  }

  /** Returns the name of a channel's due work. */
  static String nameOf(Channel channel) {
    return "deliveries-" + Code.of(channel);
  }

  @PostConstruct
  void open() {
    pool =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE, // the dispatcher counts its senders itself
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            threads);
    dispatcher =
        new Dispatcher(
            channel, Node.name(), senders, perReceiver, this, pool, () -> Times.now(clock));
  }

  @PreDestroy
  void close() {
    if (dispatcher != null) {
      dispatcher.stop();
    }
    if (pool != null) {
      pool.shutdown();
    }
  }

  @Override
  public String name() {
    return nameOf(channel);
  }

  @Override
  public Batch run(Instant now) {
    return dispatcher == null ? Batch.NOTHING : dispatcher.run(now);
  }

  @Override
  public List<Lease> claim(Claim claim) {
    return leases.claim(claim);
  }

  @Override
  public void renew(List<UUID> deliveries, Instant now) {
    leases.renew(deliveries, Node.name(), now, Dispatcher.LEASE);
  }

  @Override
  public void record(Lease lease, SendResult result) {
    Instant now = Times.now(clock);
    Instant retryAt = null;
    if (result.outcome() == AttemptOutcome.FAILED) {
      double jitter = ThreadLocalRandom.current().nextDouble();
      retryAt =
          policy()
              .next(lease.failures() + 1, lease.queuedAt(), now, result.retryAfter(), jitter)
              .orElse(null);
    }
    leases.record(lease, result, now, retryAt);
  }

  private RetryPolicy policy() {
    return new RetryPolicy(
        Duration.ofSeconds(settings.require(NotificationSettings.FIRST_RETRY)),
        LONGEST_WAIT,
        Math.toIntExact(settings.require(NotificationSettings.MAX_TRIES)),
        Duration.ofHours(settings.require(NotificationSettings.MAX_AGE)));
  }
}
