package dev.tocsin.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.notifications.AttemptOutcome;
import dev.tocsin.notifications.Channel;
import dev.tocsin.persistence.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DispatcherTest {

  private static final UUID SLOW = Ids.next();
  private static final Duration SOON = Duration.ofSeconds(5);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Table table = new Table();

  @AfterEach
  void stop() {
    table.slowReceiver.countDown();
    threads.shutdownNow();
  }

  private Dispatcher dispatcher(int senders, int perReceiver) {
    return new Dispatcher(
        Channel.WEBHOOK, "node", senders, perReceiver, table, threads, () -> Samples.NOW);
  }

  @Test
  @Tag("support-33")
  void aSlowReceiverNeverDelaysTheOthers() {
    table.add(SLOW, 50);
    for (int i = 0; i < 20; i++) {
      table.add(Ids.next(), 5);
    }
    dispatcher(8, 4).run(Samples.NOW);

    await().atMost(SOON).until(() -> table.sent.size() == 100);
    assertThat(table.sent).noneMatch(lease -> lease.receiverId().equals(SLOW));
    assertThat(table.sending.get(SLOW)).hasValue(4);
  }

  @Test
  void oneRunSendsAllThatIsDueWithNoMoreThanItsSenders() {
    for (int i = 0; i < 200; i++) {
      table.add(Ids.next(), 1);
    }
    dispatcher(8, 4).run(Samples.NOW);

    await().atMost(SOON).until(() -> table.sent.size() == 200);
    assertThat(table.mostAtOnce.get()).isLessThanOrEqualTo(8);
  }

  @Test
  void oneReceiverHasNoMoreThanItsShareAtOnce() {
    UUID receiver = Ids.next();
    table.add(receiver, 100);
    dispatcher(8, 2).run(Samples.NOW);

    await().atMost(SOON).until(() -> table.sent.size() == 100);
    assertThat(table.mostAtOnce.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void theLeasesOfSlowSendsAreProlongedAndNoOthers() {
    Dispatcher dispatcher = dispatcher(8, 4);
    table.add(SLOW, 2);
    table.add(Ids.next(), 3);
    dispatcher.run(Samples.NOW);
    await().atMost(SOON).until(() -> table.sent.size() == 3);

    await()
        .atMost(SOON)
        .until(
            () -> {
              dispatcher.run(Samples.NOW);
              return table.renewed.get(table.renewed.size() - 1).size() == 2;
            });
  }

  @Test
  void whatThrowsIsRecordedAsFailedAndTheRestGoesOn() {
    UUID broken = Ids.next();
    table.broken.add(broken);
    table.add(broken, 1);
    table.add(Ids.next(), 3);
    dispatcher(1, 1).run(Samples.NOW);

    await().atMost(SOON).until(() -> table.results.size() == 4);
    assertThat(table.results)
        .extracting(SendResult::outcome)
        .containsExactlyInAnyOrder(
            AttemptOutcome.FAILED, AttemptOutcome.SENT, AttemptOutcome.SENT, AttemptOutcome.SENT);
  }

  @Test
  void whatFallsDueWhileAllAreBusyIsSentWithoutAnotherBeat() {
    Dispatcher dispatcher = dispatcher(1, 1);
    table.add(SLOW, 1);
    dispatcher.run(Samples.NOW);
    await().atMost(SOON).until(() -> table.sending.containsKey(SLOW));
    table.add(Ids.next(), 1);
    dispatcher.run(Samples.NOW);

    table.slowReceiver.countDown();

    await().atMost(SOON).until(() -> table.sent.size() == 2);
  }

  @Test
  void stoppedItBeginsNothing() {
    Dispatcher dispatcher = dispatcher(1, 1);
    dispatcher.stop();
    table.add(Ids.next(), 1);
    dispatcher.run(Samples.NOW);
    assertThat(table.due).hasSize(1);
  }

  /** A table of deliveries in memory, and receivers of which one never answers. */
  private static final class Table implements Dispatcher.Desk {
    final Deque<Lease> due = new ArrayDeque<>();
    final List<Lease> sent = new CopyOnWriteArrayList<>();
    final List<SendResult> results = new CopyOnWriteArrayList<>();
    final List<List<UUID>> renewed = new CopyOnWriteArrayList<>();
    final List<UUID> broken = new CopyOnWriteArrayList<>();
    final Map<UUID, AtomicInteger> sending = new ConcurrentHashMap<>();
    final AtomicInteger atOnce = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    final CountDownLatch slowReceiver = new CountDownLatch(1);

    synchronized void add(UUID receiver, int deliveries) {
      for (int i = 0; i < deliveries; i++) {
        due.add(
            new Lease(
                Ids.next(),
                "node",
                1,
                receiver,
                "escalation.paged",
                "",
                null,
                "",
                null,
                false,
                null,
                null,
                0,
                Samples.NOW,
                Samples.NOW,
                null));
      }
    }

    @Override
    public synchronized List<Lease> claim(Claim claim) {
      List<UUID> busy = new ArrayList<>(claim.busy());
      List<Lease> leases = new ArrayList<>();
      for (Lease lease : List.copyOf(due)) {
        boolean room = Collections.frequency(busy, lease.receiverId()) < claim.perReceiver();
        if (leases.size() < claim.limit() && room) {
          busy.add(lease.receiverId());
          leases.add(lease);
          due.remove(lease);
        }
      }
      return leases;
    }

    @Override
    public void renew(List<UUID> deliveries, Instant now) {
      renewed.add(deliveries);
    }

    @Override
    public SendResult send(Lease lease) {
      if (broken.contains(lease.receiverId())) {
        throw new IllegalStateException("broken");
      }
      mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
      sending.computeIfAbsent(lease.receiverId(), id -> new AtomicInteger()).incrementAndGet();
      try {
        if (lease.receiverId().equals(SLOW)) {
          slowReceiver.await();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      atOnce.decrementAndGet();
      sent.add(lease);
      return SendResult.sent(200);
    }

    @Override
    public void record(Lease lease, SendResult result) {
      results.add(result);
    }
  }
}
