package dev.tocsin.notifications.internal;

import static dev.tocsin.notifications.internal.Ground.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.notifications.AttemptOutcome;
import dev.tocsin.notifications.AttemptView;
import dev.tocsin.notifications.CreateSubscription;
import dev.tocsin.notifications.Deliveries;
import dev.tocsin.notifications.DeliveryDetail;
import dev.tocsin.notifications.DeliveryQuery;
import dev.tocsin.notifications.DeliveryState;
import dev.tocsin.notifications.DeliverySummary;
import dev.tocsin.notifications.EventTypes;
import dev.tocsin.notifications.SubscriptionCreated;
import dev.tocsin.notifications.WebhookSubscriptions;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.Json;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.settings.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhookDeliveryTest {

  private static final UUID TICKET = Ids.next();

  @RegisterExtension static final Ground ground = new Ground();

  @SuppressWarnings("NullAway.Init") // opened before each test
  private Receiver receiver;

  @BeforeEach
  void open() throws IOException {
    receiver = new Receiver();
    Map<String, JsonNode> settings =
        Map.of(
            "egress.allowed_networks", Json.MAPPER.valueToTree(List.of("127.0.0.1/32")),
            "egress.allow_http", Json.MAPPER.valueToTree(true));
    ground.get(Settings.class).change(ADMIN, settings);
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  private SubscriptionCreated subscribe(String name, String... types) {
    CreateSubscription command =
        new CreateSubscription(name, receiver.url("/" + name), List.of(types), null);
    return ground.get(WebhookSubscriptions.class).create(ADMIN, command);
  }

  private static void announce(String type, String key) {
    Announcement fact =
        Announcement.ofTicket(type, key, Ground.START, Map.of("number", "TKT-000001"), TICKET);
    ground.get(Announcer.class).announce(type, () -> fact);
  }

  private static void beat() {
    ground.get(WebhookAttempts.class).run(ground.clock().instant());
  }

  private static List<DeliverySummary> deliveries() {
    return ground
        .get(Deliveries.class)
        .list(ADMIN, DeliveryQuery.all(), PageRequest.first())
        .data();
  }

  private static DeliveryDetail delivery(String receiver) {
    DeliverySummary found =
        deliveries().stream()
            .filter(delivery -> delivery.receiverName().equals(receiver))
            .findFirst()
            .orElseThrow();
    return ground.get(Deliveries.class).require(ADMIN, found.id());
  }

  private static void awaitState(String receiver, DeliveryState state) {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> delivery(receiver).delivery().state() == state);
  }

  @Test
  @Tag("support-26")
  void aSubscriptionHearsOfWhatItNamedAndOneThatNamesNothingOfEverything() {
    subscribe("breaches", "sla.breach");
    subscribe("tickets", "ticket.*");
    subscribe("all");

    announce(EventTypes.TICKET_CREATED, "one");

    assertThat(deliveries())
        .extracting(DeliverySummary::receiverName)
        .containsExactlyInAnyOrder("tickets", "all");
  }

  @Test
  void theSameFactIsToldOnce() {
    subscribe("all");
    announce(EventTypes.TICKET_CREATED, "one");
    announce(EventTypes.TICKET_CREATED, "one");
    announce(EventTypes.TICKET_CREATED, "two");
    assertThat(deliveries()).hasSize(2);
  }

  @Test
  @Tag("support-27")
  void oneThatFailsIsTriedAgainUnderTheSameIdAndTheOtherIsNotHeldUp() {
    SubscriptionCreated broken = subscribe("a");
    subscribe("b");
    receiver.answer("/a", 500, Map.of());
    announce(EventTypes.TICKET_CREATED, "one");

    beat();
    awaitState("b", DeliveryState.SENT);
    awaitState("a", DeliveryState.FAILED);
    DeliveryDetail failed = delivery("a");
    assertThat(failed.delivery().reason()).isEqualTo("HTTP 500");
    Duration wait = Duration.between(ground.clock().instant(), failed.delivery().dueAt());
    assertThat(wait).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));

    receiver.answer("/a", 204, Map.of());
    ground.clock().advance(wait);
    beat();
    awaitState("a", DeliveryState.SENT);

    List<Receiver.Received> tries = receiver.received("/a");
    assertThat(tries).hasSize(2).allMatch(request -> request.signedWith(broken.secret()));
    assertThat(tries)
        .extracting(Receiver.Received::id)
        .containsOnly(failed.delivery().id().toString());
    assertThat(tries).extracting(Receiver.Received::body).containsOnly(tries.get(0).body());
    assertThat(delivery("a").attempts())
        .extracting(AttemptView::outcome)
        .containsExactly(AttemptOutcome.FAILED, AttemptOutcome.SENT);
    assertThat(receiver.received("/b")).hasSize(1);
  }

  @Test
  void aTicketsFactRepeatsItsDataAsPayload() throws IOException {
    subscribe("all");
    announce(EventTypes.TICKET_CREATED, "one");
    beat();
    awaitState("all", DeliveryState.SENT);

    JsonNode body = Json.MAPPER.readTree(receiver.received("/all").get(0).body());
    assertThat(body.fieldNames())
        .toIterable()
        .containsExactly("type", "timestamp", "data", "payload");
    assertThat(body.at("/type").asText()).isEqualTo("ticket.created");
    assertThat(body.at("/timestamp").asText()).isEqualTo("2026-03-02T00:00:00Z");
    assertThat(body.at("/payload")).isEqualTo(body.at("/data"));
  }

  @Test
  void retryAfterIsObeyed() {
    subscribe("busy");
    receiver.answer("/busy", 429, Map.of("Retry-After", "90"));
    announce(EventTypes.TICKET_CREATED, "one");
    beat();
    awaitState("busy", DeliveryState.FAILED);
    assertThat(delivery("busy").delivery().dueAt())
        .isEqualTo(ground.clock().instant().plusSeconds(90));
  }

  @Test
  void whatARefusalKilledAPersonCanRequeue() {
    subscribe("gone");
    receiver.answer("/gone", 410, Map.of());
    announce(EventTypes.TICKET_CREATED, "one");
    beat();
    awaitState("gone", DeliveryState.DEAD);
    Deliveries api = ground.get(Deliveries.class);
    assertThat(api.counts(ADMIN).dead()).isEqualTo(1);

    receiver.answer("/gone", 200, Map.of());
    UUID id = delivery("gone").delivery().id();
    assertThat(api.requeue(ADMIN, id).delivery().state()).isEqualTo(DeliveryState.PENDING);
    beat();
    awaitState("gone", DeliveryState.SENT);
    assertThat(delivery("gone").attempts())
        .extracting(AttemptView::statusCode)
        .containsExactly(410, 200);
  }

  @Test
  void anAddressThatIsNoLongerAllowedIsNotDialled() {
    subscribe("inside");
    Map<String, JsonNode> closed =
        Map.of("egress.allowed_networks", Json.MAPPER.valueToTree(List.of()));
    ground.get(Settings.class).change(ADMIN, closed);
    announce(EventTypes.TICKET_CREATED, "one");
    beat();
    awaitState("inside", DeliveryState.FAILED);
    assertThat(delivery("inside").delivery().reason()).contains("blocked SSRF target");
    assertThat(receiver.received()).isEmpty();
  }

  @Test
  void whatWaitsForADeletedSubscriptionIsWithdrawn() {
    SubscriptionCreated subscription = subscribe("short-lived");
    announce(EventTypes.TICKET_CREATED, "one");
    ground.get(WebhookSubscriptions.class).delete(ADMIN, subscription.subscription().id(), null);

    assertThat(delivery("short-lived").delivery())
        .matches(delivery -> delivery.state() == DeliveryState.SUPERSEDED)
        .matches(delivery -> "the subscription was deleted".equals(delivery.reason()));
    beat();
    assertThat(receiver.received()).isEmpty();
  }
}
