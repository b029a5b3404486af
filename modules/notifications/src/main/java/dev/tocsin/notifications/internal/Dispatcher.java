package dev.tocsin.notifications.internal;

import static java.lang.System.Logger.Level.ERROR;

import dev.tocsin.notifications.AttemptOutcome;
import dev.tocsin.notifications.Channel;
import dev.tocsin.platform.work.Batch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due on one channel: many deliveries at once, few of them to one receiver, so that a
 * slow receiver never delays the others.
 *
 * <p>A claim takes only what can be sent at once. Each sender goes on with the next delivery due
 * until there is none; the heartbeat starts senders anew and prolongs the leases of slow sends.
 */
final class Dispatcher {

  /** A lease is short, for the page that a dying node held waits this long. */
  static final Duration LEASE = Duration.ofSeconds(20);

  private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());

  /** What leases, sends and records; each method but {@code send} is one short transaction. */
  interface Desk {
    List<Lease> claim(Claim claim);

    void renew(List<UUID> deliveries, Instant now);

    /** Sends without a transaction; answers within its own deadline. */
    SendResult send(Lease lease);

    void record(Lease lease, SendResult result);
  }

  private final Channel channel;
  private final String owner;
  private final int senders;
  private final int perReceiver;
  private final Desk desk;
  private final Executor executor;
  private final Supplier<Instant> clock;

  // both guarded by this
  private int working;
  private final List<Lease> sending = new ArrayList<>();

  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private volatile boolean stopping;

  Dispatcher(
      Channel channel,
      String owner,
      int senders,
      int perReceiver,
      Desk desk,
      Executor executor,
      Supplier<Instant> clock) {
    this.channel = channel;
    this.owner = owner;
    this.senders = senders;
    this.perReceiver = perReceiver;
    this.desk = desk;
    this.executor = executor;
    this.clock = clock;
  }

  /** Starts a sender for each delivery due, as far as there is room; does not wait for them. */
  Batch run(Instant now) {
    List<Lease> leases = begin(now);
    leases.forEach(this::start);
    Instant oldest = leases.isEmpty() ? null : leases.get(0).dueAt();
    return new Batch(done.getAndSet(0), failed.getAndSet(0), false, oldest);
  }

  /** Lets running sends end, and begins no others. */
  void stop() {
    stopping = true;
  }

  private synchronized List<Lease> begin(Instant now) {
    if (!sending.isEmpty()) {
      desk.renew(sending.stream().map(Lease::id).toList(), now);
    }
    int room = senders - working;
    if (stopping || room == 0) {
      return List.of();
    }
    List<Lease> leases = desk.claim(claim(now, room));
    working += leases.size();
    sending.addAll(leases);
    return leases;
  }

  private void start(Lease lease) {
    try {
      executor.execute(() -> work(lease));
    } catch (RejectedExecutionException e) {
      // the server is closing; the lease runs out and another node sends
      synchronized (this) {
        sending.remove(lease);
        working--;
      }
    }
  }

  private void work(Lease first) {
    Lease lease = first;
    while (lease != null) {
      deliver(lease);
      lease = next(lease);
    }
  }

  /**
   * Ends a delivery and takes the next. Ending the sender is decided under the same lock as
   * claiming, so that what falls due meanwhile finds either this sender or its room.
   */
  private synchronized @Nullable Lease next(Lease ended) {
    sending.remove(ended);
    List<Lease> next = List.of();
    try {
      if (!stopping) {
        next = desk.claim(claim(clock.get(), 1));
      }
    } catch (RuntimeException e) {
      LOG.log(ERROR, "deliveries could not be claimed; the next beat tries again", e);
    }
    if (next.isEmpty()) {
      working--;
      return null;
    }
    sending.add(next.get(0));
    return next.get(0);
  }

  private Claim claim(Instant now, int limit) {
    List<UUID> busy = sending.stream().map(Lease::receiverId).toList();
    return new Claim(channel, owner, now, LEASE, limit, perReceiver, busy);
  }

  private void deliver(Lease lease) {
    SendResult result;
    try {
      result = desk.send(lease);
    } catch (RuntimeException | LinkageError e) {
      LOG.log(ERROR, () -> "delivery " + lease.id() + " met an unforeseen failure", e);
      result = SendResult.failed(null, "unforeseen: " + e.getClass().getSimpleName());
    }
    (result.outcome() == AttemptOutcome.SENT ? done : failed).incrementAndGet();
    try {
      desk.record(lease, result);
    } catch (RuntimeException e) {
      // the lease runs out and the delivery is tried again, under the same id
      LOG.log(ERROR, () -> "the outcome of delivery " + lease.id() + " was not recorded", e);
    }
  }
}
