package dev.tocsin.notifications.internal;

import static dev.tocsin.notifications.internal.Ground.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.tocsin.notifications.Deliveries;
import dev.tocsin.notifications.DeliveryQuery;
import dev.tocsin.notifications.DeliveryState;
import dev.tocsin.notifications.DeliverySummary;
import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.platform.work.Batch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OldDeliveriesTest {

  private static final Duration KEPT = Duration.ofDays(90);

  @RegisterExtension static final Ground ground = new Ground();

  private static int tests;

  private final OldDeliveries purge = ground.get(OldDeliveries.class);
  private Instant start = Ground.START;

  /** Later than every test before, after which the purge rests for a while. */
  @BeforeEach
  void later() {
    start = Ground.START.plus(KEPT.multipliedBy(2L * ++tests));
    ground.clock().set(start);
  }

  /** Adds a delivery in every state, each with an attempt, named after its state. */
  private static void addOneInEachState() {
    for (DeliveryState state : DeliveryState.values()) {
      String name = Code.of(state);
      ground.inTransaction(
          () -> {
            ground.get(Outbox.class).add(Samples.webhook(name, Ids.next()));
            return true;
          });
      String owner = state == DeliveryState.SENDING ? "'node'" : "NULL";
      String update =
          "UPDATE notifications.delivery SET receiver_name = intent_key, state = '%s',"
              + " lease_owner = %s WHERE intent_key = '%s'";
      ground.db().sql(update.formatted(name, owner, name));
    }
    ground
        .db()
        .sql(
            "INSERT INTO notifications.attempt (delivery_id, number, node, started_at, outcome)"
                + " SELECT id, 1, 'node', created_at, 'failed' FROM notifications.delivery");
  }

  private static List<String> left() {
    return ground
        .get(Deliveries.class)
        .list(ADMIN, DeliveryQuery.all(), PageRequest.first())
        .data()
        .stream()
        .map(DeliverySummary::receiverName)
        .toList();
  }

  private static Object attempts() {
    return ground
        .db()
        .call(
            "notifications",
            em ->
                em.createNativeQuery("SELECT count(*) FROM notifications.attempt")
                    .getSingleResult());
  }

  @Test
  void whatIsOverIsDeletedWithItsAttemptsAndWhatNobodyReceivedStays() {
    addOneInEachState();
    Instant end = start.plus(KEPT);

    assertThat(purge.run(end).done()).isZero();
    assertThat(left()).hasSize(DeliveryState.values().length);

    Instant later = end.plus(Duration.ofMinutes(10));
    assertThat(purge.run(later).done()).isEqualTo(2);
    assertThat(left()).containsExactlyInAnyOrder("pending", "sending", "failed", "dead");
    assertThat(attempts()).isEqualTo(4L);
  }

  @Test
  void theAgeOfWhatWasRequeuedCountsFromThen() {
    addOneInEachState();
    ground.db().sql("UPDATE notifications.delivery SET queued_at = queued_at + interval '1 day'");
    assertThat(purge.run(start.plus(KEPT).plus(Duration.ofHours(23))).done()).isZero();
  }

  @Test
  void manyAreDeletedBatchByBatchAndThenItRests() {
    addOneInEachState();
    ground
        .db()
        .sql(
            "INSERT INTO notifications.delivery (id, intent_key, event_type, channel, receiver_kind,"
                + " receiver_id, receiver_name, address, body, sealed, state, due_at, created_at,"
                + " queued_at, version) SELECT gen_random_uuid(), 'many-' || n, event_type, channel,"
                + " receiver_kind, receiver_id, receiver_name, address, body, sealed, state, due_at,"
                + " created_at, queued_at, version FROM notifications.delivery,"
                + " generate_series(1, 1100) n WHERE state = 'sent'");
    Instant later = start.plus(KEPT).plusSeconds(1);

    assertThat(purge.run(later)).extracting(Batch::done, Batch::more).containsExactly(500, true);
    assertThat(purge.run(later)).extracting(Batch::done, Batch::more).containsExactly(500, true);
    assertThat(purge.run(later)).extracting(Batch::done, Batch::more).containsExactly(102, false);
    assertThat(purge.run(later.plusSeconds(1))).isEqualTo(Batch.NOTHING);
  }

  @Test
  void theOperatorSaysHowLong() {
    Actor admin = Actor.system("test");
    ground.get(Settings.class).change(admin, Map.of("delivery.retention_days", IntNode.valueOf(1)));
    try {
      addOneInEachState();
      assertThat(purge.run(start.plus(Duration.ofHours(25))).done()).isEqualTo(2);
    } finally {
      ground
          .get(Settings.class)
          .change(admin, Map.of("delivery.retention_days", IntNode.valueOf(90)));
    }
  }
}
