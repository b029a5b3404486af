package dev.tocsin.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.accounts.CreateUser;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.notifications.Deliveries;
import dev.tocsin.notifications.DeliveryQuery;
import dev.tocsin.notifications.DeliverySummary;
import dev.tocsin.notifications.EventTypes;
import dev.tocsin.notifications.ReceiverKind;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.Json;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.settings.SecretBox;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.schedules.Absences;
import dev.tocsin.schedules.AcceptSwap;
import dev.tocsin.schedules.CreateLayer;
import dev.tocsin.schedules.CreateLeaveRequest;
import dev.tocsin.schedules.CreateOverride;
import dev.tocsin.schedules.CreateSchedule;
import dev.tocsin.schedules.CreateSwapRequest;
import dev.tocsin.schedules.LeaveRequests;
import dev.tocsin.schedules.Period;
import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.RotationType;
import dev.tocsin.schedules.Schedules;
import dev.tocsin.schedules.SwapRequestView;
import dev.tocsin.schedules.SwapRequests;
import dev.tocsin.schedules.internal.ShiftNotices;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * It is midnight; Alice is on call until nine in Berlin, which is eight in UTC, and Bob follows.
 */
class ShiftNewsTest {

  private static final Actor ADMIN = Actor.system("test");
  private static final Instant NINE = Instant.parse("2026-03-02T08:00:00Z");

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = Ground.database();

  @Order(2)
  @RegisterExtension
  static final TestContainer beans = Ground.beans(db);

  @SuppressWarnings("NullAway.Init") // made before each test
  private UserView alice;

  @SuppressWarnings("NullAway.Init") // made before each test
  private UserView bob;

  @SuppressWarnings("NullAway.Init") // made before each test
  private UUID schedule;

  @BeforeEach
  void begin() {
    alice = user("Alice", Role.AGENT);
    bob = user("Bob", Role.AGENT);
    db.sql(
        "TRUNCATE notifications.delivery, notifications.subscription, schedules.schedules CASCADE");
    CreateLayer layer =
        new CreateLayer(
            "days",
            null,
            RotationType.DAILY,
            null,
            "2026-03-01T09:00",
            null,
            null,
            null,
            List.of(person(alice), person(bob)));
    CreateSchedule command =
        new CreateSchedule(
            "Ops", null, "Europe/Berlin", null, null, null, null, null, List.of(layer), null, null);
    schedule = beans.get(Schedules.class).create(ADMIN, command).id();
  }

  private static UserView user(String name, Role role) {
    CreateUser command =
        new CreateUser(name + Ids.next() + "@example.org", name, null, role, null, null);
    return beans.get(Users.class).create(ADMIN, command);
  }

  private static Person person(UserView user) {
    return new Person(user.name(), user.id());
  }

  private static Actor as(UserView user) {
    return new Actor(Actor.Kind.USER, user.id(), user.name(), user.role(), null);
  }

  @Test
  @Tag("regen-41")
  void whoStandsInGetsMailAheadAndAtTheHandoffAndSoDoesWhoGoes() {
    UserView carol = user("Carol", Role.AGENT);
    CreateOverride override =
        new CreateOverride(carol.name(), carol.id(), NINE, NINE.plusSeconds(3600), null);
    beans.get(Absences.class).addOverride(ADMIN, schedule, override);
    db.sql("TRUNCATE notifications.delivery CASCADE");
    lookAt(NINE.minusSeconds(3600));
    lookAt(NINE.minusSeconds(1800));
    assertThat(mails()).extracting(DeliverySummary::receiverId).contains(alice.id(), carol.id());
    assertThat(mails())
        .hasSize(2)
        .extracting(DeliverySummary::subject)
        .containsOnly("On call in Ops from 2026-03-02 09:00 +01:00: Carol");
    assertThat(body(mails().get(0)))
        .contains("At 2026-03-02 09:00 +01:00 on call passes from Alice to Carol.")
        .contains("/console/schedules/detail?id=" + schedule);

    db.sql("TRUNCATE notifications.delivery CASCADE");
    lookAt(NINE);
    lookAt(NINE.plusSeconds(1));
    assertThat(mails())
        .filteredOn(mail -> mail.eventType().equals(EventTypes.SHIFT_CHANGED))
        .hasSize(2)
        .extracting(DeliverySummary::subject)
        .containsOnly("On call in Ops now: Carol");
  }

  @Test
  void whoHasLeftGetsNoMail() {
    beans.get(Users.class).deactivate(ADMIN, bob.id(), null);
    lookAt(NINE);
    assertThat(mails()).extracting(DeliverySummary::receiverId).containsExactly(alice.id());
  }

  @Test
  void subscriptionsHearOfBoth() throws Exception {
    String secret = beans.get(SecretBox.class).seal(StandardWebhooks.newSecret());
    Subscription hook =
        Subscription.of(
            "shifts", "https://example.org/", List.of("schedule.*"), secret, TestContainer.START);
    db.run("notifications", em -> em.persist(hook));
    lookAt(NINE.minusSeconds(60));
    lookAt(NINE);
    List<DeliverySummary> told = deliveries(ReceiverKind.SUBSCRIPTION);
    assertThat(told)
        .extracting(DeliverySummary::eventType)
        .containsExactly(EventTypes.SHIFT_UPCOMING, EventTypes.SHIFT_CHANGED);
    JsonNode data = Json.MAPPER.readTree(body(told.get(1))).at("/data");
    assertThat(data.at("/schedule_id").asText()).isEqualTo(schedule.toString());
    assertThat(data.at("/handoff_at").asText()).isEqualTo(NINE.toString());
    assertThat(data.at("/outgoing/0/user_id").asText()).isEqualTo(alice.id().toString());
    assertThat(data.at("/incoming/0/user_name").asText()).isEqualTo("Bob");
    assertThat(data.at("/on_call")).hasSize(1);
  }

  @Test
  void aSwapIsMailedToWhoIsAskedAndItsAnswerToWhoAsked() {
    Period bobs = new Period(NINE, NINE.plusSeconds(3600));
    CreateSwapRequest command = new CreateSwapRequest(null, null, null, bobs, "concert");
    SwapRequestView asked = beans.get(SwapRequests.class).create(as(alice), schedule, command);
    assertThat(mails())
        .singleElement()
        .matches(mail -> mail.receiverId().equals(bob.id()))
        .extracting(DeliverySummary::subject)
        .isEqualTo("Alice asks for a swap in Ops");
    assertThat(body(mails().get(0)))
        .contains("Please answer before 2026-03-02 09:00 +01:00.")
        .contains("Alice takes over: 2026-03-02 09:00 +01:00 to 2026-03-02 10:00 +01:00")
        .contains("Reason: concert");
    db.sql("TRUNCATE notifications.delivery CASCADE");
    beans.get(SwapRequests.class).accept(as(bob), schedule, asked.id(), new AcceptSwap(null));
    assertThat(mails())
        .singleElement()
        .matches(mail -> mail.receiverId().equals(alice.id()))
        .extracting(DeliverySummary::subject)
        .isEqualTo("Swap in Ops accepted");
    assertThat(body(mails().get(0))).contains("It was accepted by Bob.");
  }

  @Test
  void leaveIsMailedToTheAdminsAndItsAnswerToWhoAsked() {
    UserView ada = user("Ada", Role.ADMIN);
    db.sql("TRUNCATE notifications.delivery CASCADE");
    CreateLeaveRequest command =
        new CreateLeaveRequest(null, LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 6), null);
    LeaveRequests leaves = beans.get(LeaveRequests.class);
    UUID asked = leaves.create(as(alice), schedule, command).id();
    assertThat(mails()).extracting(DeliverySummary::receiverId).contains(ada.id());
    assertThat(mails()).extracting(DeliverySummary::receiverId).doesNotContain(alice.id());
    assertThat(body(mails().get(0)))
        .contains("Alice takes no shifts from 2026-03-05 to 2026-03-06");
    db.sql("TRUNCATE notifications.delivery CASCADE");
    leaves.decline(as(ada), schedule, asked);
    assertThat(mails()).extracting(DeliverySummary::receiverId).containsExactly(alice.id());
    assertThat(body(mails().get(0))).contains("It was declined by Ada.");
  }

  private static void lookAt(Instant now) {
    beans.clock().set(now);
    assertThat(beans.get(ShiftNotices.class).run(now).failed()).isZero();
  }

  private static List<DeliverySummary> mails() {
    return deliveries(ReceiverKind.USER);
  }

  /** What was written, the oldest first. */
  private static List<DeliverySummary> deliveries(ReceiverKind kind) {
    return beans
        .get(Deliveries.class)
        .list(ADMIN, DeliveryQuery.all(), PageRequest.first())
        .data()
        .stream()
        .filter(delivery -> delivery.receiverKind() == kind)
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .toList();
  }

  private static String body(DeliverySummary delivery) {
    return String.valueOf(beans.get(Deliveries.class).require(ADMIN, delivery.id()).body());
  }
}
