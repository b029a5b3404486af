package dev.tocsin.notifications.internal;

import static dev.tocsin.notifications.internal.Ground.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.notifications.AttemptOutcome;
import dev.tocsin.notifications.AttemptView;
import dev.tocsin.notifications.Channel;
import dev.tocsin.notifications.Deliveries;
import dev.tocsin.notifications.DeliveryDetail;
import dev.tocsin.notifications.DeliveryQuery;
import dev.tocsin.notifications.DeliveryState;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeasesTest {

  private static final Duration LEASE = Dispatcher.LEASE;

  @RegisterExtension static final Ground ground = new Ground();

  private static List<Lease> claim(String owner, Instant now, int limit) {
    return ground
        .get(Leases.class)
        .claim(new Claim(Channel.WEBHOOK, owner, now, LEASE, limit, limit, List.of()));
  }

  private static boolean record(Lease lease, SendResult result, Instant now) {
    Instant retryAt =
        result.outcome() == AttemptOutcome.FAILED ? now.plus(Duration.ofMinutes(1)) : null;
    return ground.get(Leases.class).record(lease, result, now, retryAt);
  }

  private static void add(int deliveries) {
    ground.inTransaction(
        () -> {
          for (int i = 0; i < deliveries; i++) {
            ground.get(Outbox.class).add(Samples.webhook("intent-" + i, Ids.next()));
          }
          return true;
        });
  }

  private static DeliveryDetail only() {
    UUID id =
        ground
            .get(Deliveries.class)
            .list(ADMIN, DeliveryQuery.all(), PageRequest.first())
            .data()
            .get(0)
            .id();
    return ground.get(Deliveries.class).require(ADMIN, id);
  }

  @Test
  void manySendersSendEachOfThousandsOnceAndTheDeadOnesRowsAreSentAfterItsLease() throws Exception {
    int rows = 3000;
    add(rows);
    Instant start = Ground.START;
    List<Lease> dropped = claim("dead", start, 25);
    Map<UUID, AtomicInteger> sent = new ConcurrentHashMap<>();

    assertThat(race(start, sent)).isEqualTo(rows - dropped.size());
    assertThat(claim("early", start.plus(LEASE).minusMillis(1), 100)).isEmpty();
    assertThat(race(start.plus(LEASE), sent)).isEqualTo(dropped.size());

    assertThat(sent).hasSize(rows);
    assertThat(sent.values()).allMatch(times -> times.get() == 1);
    assertThat(sent.keySet()).containsAll(dropped.stream().map(Lease::id).toList());
    DeliveryDetail repeated = ground.get(Deliveries.class).require(ADMIN, dropped.get(0).id());
    assertThat(repeated.attempts())
        .extracting(AttemptView::outcome)
        .containsExactly(AttemptOutcome.LOST, AttemptOutcome.SENT);
    assertThat(ground.get(Deliveries.class).counts(ADMIN).oldestPending()).isNull();
  }

  /** Six senders at once until nothing is due; returns how many they sent. */
  private static int race(Instant now, Map<UUID, AtomicInteger> sent) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Integer>> senders = new ArrayList<>();
      IntStream.range(0, 6).forEach(i -> senders.add(() -> send("node-" + i, now, sent)));
      int total = 0;
      for (Future<Integer> sender : threads.invokeAll(senders)) {
        total += sender.get();
      }
      // whoever found all rows locked has left early; the rest is for the last one
      return total + send("last", now, sent);
    } finally {
      threads.shutdownNow();
    }
  }

  private static int send(String owner, Instant now, Map<UUID, AtomicInteger> sent) {
    int count = 0;
    for (List<Lease> leases = claim(owner, now, 20);
        !leases.isEmpty();
        leases = claim(owner, now, 20)) {
      for (Lease lease : leases) {
        sent.computeIfAbsent(lease.id(), id -> new AtomicInteger()).incrementAndGet();
        assertThat(record(lease, SendResult.sent(200), now)).isTrue();
        count++;
      }
    }
    return count;
  }

  @Test
  void whoLostItsLeaseRecordsItsOwnAttemptAndNothingElse() {
    add(1);
    Instant start = Ground.START;
    Lease first = claim("slow", start, 1).get(0);
    Instant later = start.plus(LEASE);
    Lease second = claim("quick", later, 1).get(0);

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(record(first, SendResult.failed(500, "HTTP 500"), later)).isFalse();
    assertThat(only().delivery().state()).isEqualTo(DeliveryState.SENDING);
    assertThat(record(second, SendResult.sent(200), later)).isTrue();

    DeliveryDetail delivery = only();
    assertThat(delivery.delivery().state()).isEqualTo(DeliveryState.SENT);
    assertThat(delivery.attempts())
        .extracting(AttemptView::outcome)
        .containsExactly(AttemptOutcome.FAILED, AttemptOutcome.SENT);
    assertThat(delivery.attempts()).extracting(AttemptView::node).containsExactly("slow", "quick");
  }

  @Test
  void aLeaseProlongedInTimeIsNotClaimedByOthers() {
    add(2);
    Instant start = Ground.START;
    List<Lease> leases = claim("slow", start, 2);
    Instant half = start.plus(LEASE.dividedBy(2)).plusSeconds(1);

    List<UUID> running = List.of(leases.get(0).id());
    assertThat(ground.get(Leases.class).renew(running, "slow", half, LEASE)).isEqualTo(1);
    assertThat(ground.get(Leases.class).renew(running, "other", half, LEASE)).isZero();

    assertThat(claim("quick", start.plus(LEASE), 2))
        .extracting(Lease::id)
        .containsExactly(leases.get(1).id());
  }

  @Test
  void aFailureWaitsAndARefusalIsDead() {
    add(1);
    Instant start = Ground.START;
    record(claim("node", start, 1).get(0), SendResult.failed(503, "HTTP 503"), start);
    assertThat(only().delivery())
        .matches(d -> d.state() == DeliveryState.FAILED && "HTTP 503".equals(d.reason()));
    assertThat(claim("node", start.plusSeconds(59), 1)).isEmpty();

    Instant later = start.plusSeconds(60);
    Lease second = claim("node", later, 1).get(0);
    assertThat(second.failures()).isEqualTo(1);
    record(second, SendResult.refused(404, "HTTP 404"), later);
    assertThat(only().delivery().state()).isEqualTo(DeliveryState.DEAD);
    assertThat(claim("node", later.plus(Duration.ofDays(9)), 1)).isEmpty();
  }

  @Test
  void anIntentIsWrittenOnce() {
    add(1);
    add(1);
    assertThat(ground.get(Deliveries.class).counts(ADMIN).pending()).isEqualTo(1);
  }

  @Test
  void aReceiverGetsNoMoreThanItsShareWhatsoeverIsDue() {
    UUID slow = Ids.next();
    ground.inTransaction(
        () -> {
          for (int i = 0; i < 20; i++) {
            ground.get(Outbox.class).add(Samples.webhook("slow-" + i, slow));
          }
          for (int i = 0; i < 5; i++) {
            ground.get(Outbox.class).add(Samples.webhook("quick-" + i, Ids.next()));
          }
          return true;
        });
    Leases leases = ground.get(Leases.class);
    Instant now = Ground.START;

    List<Lease> first =
        leases.claim(new Claim(Channel.WEBHOOK, "n", now, LEASE, 32, 4, List.of(slow)));
    assertThat(first.stream().filter(lease -> lease.receiverId().equals(slow))).hasSize(3);
    assertThat(first).hasSize(8);

    List<UUID> full = List.of(slow, slow, slow, slow);
    assertThat(leases.claim(new Claim(Channel.WEBHOOK, "n", now, LEASE, 32, 4, full))).isEmpty();
  }

  @Test
  void theSendersOfOneChannelLeaveTheOtherAlone() {
    add(1);
    Claim emails = new Claim(Channel.EMAIL, "n", Ground.START, LEASE, 10, 10, List.of());
    assertThat(ground.get(Leases.class).claim(emails)).isEmpty();
  }
}
