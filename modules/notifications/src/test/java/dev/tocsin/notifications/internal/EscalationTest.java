package dev.tocsin.notifications.internal;

import static dev.tocsin.notifications.internal.Ground.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.accounts.UserView;
import dev.tocsin.incidents.ChangeIncident;
import dev.tocsin.incidents.CreatePolicy;
import dev.tocsin.incidents.CreateTier;
import dev.tocsin.incidents.DeclareIncident;
import dev.tocsin.incidents.EscalationPolicies;
import dev.tocsin.incidents.IncidentSeverity;
import dev.tocsin.incidents.IncidentStatus;
import dev.tocsin.incidents.IncidentView;
import dev.tocsin.incidents.Incidents;
import dev.tocsin.incidents.PolicyView;
import dev.tocsin.incidents.SetSeverityRule;
import dev.tocsin.incidents.TargetType;
import dev.tocsin.incidents.internal.EscalationSteps;
import dev.tocsin.notifications.Channel;
import dev.tocsin.notifications.Deliveries;
import dev.tocsin.notifications.DeliveryQuery;
import dev.tocsin.notifications.DeliveryState;
import dev.tocsin.notifications.DeliverySummary;
import dev.tocsin.notifications.EventTypes;
import dev.tocsin.notifications.ReceiverKind;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.Json;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EscalationTest {

  @RegisterExtension static final Ground ground = new Ground();

  private final UserView alice = ground.hire("Alice", Role.AGENT);
  private final UserView bob = ground.hire("Bob", Role.ADMIN);

  @SuppressWarnings("NullAway.Init") // made before each test
  private IncidentView incident;

  /** An incident that pages Alice, a minute later Bob. */
  @BeforeEach
  void escalate() {
    ground.forgetDeliveries();
    ground.subscribe("escalation.*");
    CreatePolicy policy =
        new CreatePolicy("policy " + Ids.next(), null, true, 0, List.of(tier(alice), tier(bob)));
    EscalationPolicies policies = ground.get(EscalationPolicies.class);
    PolicyView stored = policies.create(ADMIN, policy);
    policies.setSeverityRule(ADMIN, "critical", new SetSeverityRule(stored.id()));
    DeclareIncident declare = new DeclareIncident("Disk is full", IncidentSeverity.CRITICAL, null);
    incident = ground.get(Incidents.class).declare(ADMIN, declare);
  }

  private static CreateTier tier(UserView user) {
    return new CreateTier(TargetType.USERS, null, null, List.of(user.id()), 60);
  }

  private static void aMinuteLater() {
    ground.clock().advance(Duration.ofSeconds(61));
    ground.get(EscalationSteps.class).run(ground.clock().instant());
  }

  private void acknowledge() {
    ChangeIncident acknowledged = new ChangeIncident(IncidentStatus.ACKNOWLEDGED, null, null, null);
    ground.get(Incidents.class).change(ADMIN, incident.number(), acknowledged, null);
  }

  /** What was written about this test's incident, the oldest first. */
  private List<DeliverySummary> deliveries(ReceiverKind kind) {
    DeliveryQuery ofIncident = new DeliveryQuery(null, null, null, incident.id(), null, null);
    return ground.get(Deliveries.class).list(ADMIN, ofIncident, PageRequest.first()).data().stream()
        .filter(delivery -> delivery.receiverKind() == kind)
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .toList();
  }

  private List<DeliverySummary> pages() {
    return deliveries(ReceiverKind.USER);
  }

  private static Lease claimPage() {
    Instant now = ground.clock().instant();
    Claim claim = new Claim(Channel.EMAIL, "node", now, Dispatcher.LEASE, 1, 1, List.of());
    return ground.get(Leases.class).claim(claim).get(0);
  }

  @Test
  void eachTierIsPagedOnceAndSubscriptionsHearOfIt() throws Exception {
    aMinuteLater();

    assertThat(pages())
        .extracting(DeliverySummary::receiverId)
        .containsExactly(alice.id(), bob.id());
    DeliverySummary page = pages().get(0);
    assertThat(page.subject()).isEqualTo("[CRITICAL] " + incident.number() + " Disk is full");
    assertThat(page.incidentId()).isEqualTo(incident.id());
    assertThat(ground.get(Deliveries.class).require(ADMIN, page.id()).body())
        .contains("/console/incidents/detail?id=" + incident.number());

    List<DeliverySummary> told = deliveries(ReceiverKind.SUBSCRIPTION);
    assertThat(told)
        .extracting(DeliverySummary::eventType)
        .containsExactly(EventTypes.ESCALATION_PAGED, EventTypes.ESCALATION_PAGED);
    UUID second = told.get(1).id();
    JsonNode data =
        Json.MAPPER
            .readTree(String.valueOf(ground.get(Deliveries.class).require(ADMIN, second).body()))
            .at("/data");
    assertThat(data.at("/tier_index").asInt()).isEqualTo(1);
    assertThat(data.at("/users/0/name").asText()).isEqualTo("Bob");
    assertThat(data.at("/incident/number").asText()).isEqualTo(incident.number());
  }

  @Test
  void acknowledgedNobodyIsWokenAnyMore() {
    acknowledge();

    assertThat(pages())
        .singleElement()
        .matches(page -> page.state() == DeliveryState.SUPERSEDED)
        .matches(page -> String.valueOf(page.reason()).endsWith("acknowledged"));
    assertThat(deliveries(ReceiverKind.SUBSCRIPTION))
        .extracting(DeliverySummary::eventType)
        .containsExactly(EventTypes.ESCALATION_PAGED, EventTypes.ESCALATION_STOPPED);
    assertThat(deliveries(ReceiverKind.SUBSCRIPTION))
        .allMatch(told -> told.state() == DeliveryState.PENDING);
    aMinuteLater();
    assertThat(pages()).hasSize(1);
  }

  @Test
  void aPageThatFailedBeforeTheAcknowledgementIsNotTriedAgain() {
    Lease lease = claimPage();
    acknowledge();
    Instant now = ground.clock().instant();
    ground
        .get(Leases.class)
        .record(lease, SendResult.failed(null, "timeout"), now, now.plusSeconds(5));
    assertThat(pages().get(0).state()).isEqualTo(DeliveryState.SUPERSEDED);
  }

  @Test
  void aPageOnItsWayWhenSomebodyAcknowledgedCountsAsSent() {
    Lease lease = claimPage();
    acknowledge();
    Instant now = ground.clock().instant();
    ground.get(Leases.class).record(lease, SendResult.sent(250), now, null);
    assertThat(pages().get(0)).matches(page -> page.state() == DeliveryState.SENT);
    assertThat(pages().get(0).sentAt()).isEqualTo(now);
  }

  @Test
  void whenNobodyAnswersTheAdminsAreTold() {
    aMinuteLater();
    aMinuteLater();

    List<DeliverySummary> alarms =
        pages().stream()
            .filter(mail -> mail.eventType().equals(EventTypes.ESCALATION_EXHAUSTED))
            .toList();
    assertThat(alarms).extracting(DeliverySummary::receiverId).contains(bob.id());
    assertThat(alarms).extracting(DeliverySummary::receiverId).doesNotContain(alice.id());
    assertThat(alarms.get(0).subject()).contains("nobody acknowledged " + incident.number());
  }

  @Test
  void whenNoPolicyFitsTheAdminsAndTheSubscriptionsAreTold() {
    DeclareIncident declare = new DeclareIncident("Disk is slow", IncidentSeverity.LOW, null);
    incident = ground.get(Incidents.class).declare(ADMIN, declare);

    assertThat(pages())
        .allMatch(mail -> mail.eventType().equals(EventTypes.ESCALATION_NOBODY_PAGED))
        .allMatch(mail -> mail.channel() == Channel.EMAIL)
        .extracting(DeliverySummary::receiverId)
        .contains(bob.id())
        .doesNotContain(alice.id());
    assertThat(pages().get(0).subject())
        .isEqualTo("[LOW] nobody was paged for " + incident.number() + " Disk is slow");
    assertThat(deliveries(ReceiverKind.SUBSCRIPTION))
        .extracting(DeliverySummary::eventType)
        .containsExactly(EventTypes.ESCALATION_NOBODY_PAGED);
  }
}
