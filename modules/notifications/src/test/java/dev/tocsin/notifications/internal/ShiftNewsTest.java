package dev.tocsin.notifications.internal;

import static dev.tocsin.notifications.internal.Ground.ADMIN;
import static dev.tocsin.notifications.internal.Ground.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.notifications.DeliverySummary;
import dev.tocsin.notifications.EventTypes;
import dev.tocsin.notifications.ReceiverKind;
import dev.tocsin.persistence.Json;
import dev.tocsin.platform.Role;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * It is midnight; Alice is on call until nine in Berlin, which is eight in UTC, and Bob follows.
 */
class ShiftNewsTest {

  private static final Instant NINE = Instant.parse("2026-03-02T08:00:00Z");

  @RegisterExtension static final Ground ground = new Ground();

  private final UserView alice = ground.hire("Alice", Role.AGENT);
  private final UserView bob = ground.hire("Bob", Role.AGENT);

  @SuppressWarnings("NullAway.Init") // made before each test
  private UUID schedule;

  @BeforeEach
  void begin() {
    ground.forgetDeliveries();
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
    schedule = ground.get(Schedules.class).create(ADMIN, command).id();
  }

  private static Person person(UserView user) {
    return new Person(user.name(), user.id());
  }

  @Test
  @Tag("regen-41")
  void whoStandsInGetsMailAheadAndAtTheHandoffAndSoDoesWhoGoes() {
    UserView carol = ground.hire("Carol", Role.AGENT);
    CreateOverride override =
        new CreateOverride(carol.name(), carol.id(), NINE, NINE.plusSeconds(3600), null);
    ground.get(Absences.class).addOverride(ADMIN, schedule, override);
    ground.forgetDeliveries();
    lookAt(NINE.minusSeconds(3600));
    lookAt(NINE.minusSeconds(1800));
    assertThat(mails()).extracting(DeliverySummary::receiverId).contains(alice.id(), carol.id());
    assertThat(mails())
        .hasSize(2)
        .extracting(DeliverySummary::subject)
        .containsOnly("On call in Ops from 2026-03-02 09:00 +01:00: Carol");
    assertThat(ground.body(mails().get(0).id()))
        .contains("At 2026-03-02 09:00 +01:00 on call passes from Alice to Carol.")
        .contains("/console/schedules/detail?id=" + schedule);

    ground.forgetDeliveries();
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
    ground.get(Users.class).deactivate(ADMIN, bob.id(), null);
    lookAt(NINE);
    assertThat(mails()).extracting(DeliverySummary::receiverId).containsExactly(alice.id());
  }

  @Test
  void subscriptionsHearOfBoth() throws Exception {
    ground.subscribe("schedule.*");
    lookAt(NINE.minusSeconds(60));
    lookAt(NINE);
    List<DeliverySummary> told = ground.deliveries(ReceiverKind.SUBSCRIPTION);
    assertThat(told)
        .extracting(DeliverySummary::eventType)
        .containsExactly(EventTypes.SHIFT_UPCOMING, EventTypes.SHIFT_CHANGED);
    JsonNode data = Json.MAPPER.readTree(ground.body(told.get(1).id())).at("/data");
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
    SwapRequestView asked = ground.get(SwapRequests.class).create(as(alice), schedule, command);
    assertThat(mails())
        .singleElement()
        .matches(mail -> mail.receiverId().equals(bob.id()))
        .extracting(DeliverySummary::subject)
        .isEqualTo("Alice asks for a swap in Ops");
    assertThat(ground.body(mails().get(0).id()))
        .contains("Please answer before 2026-03-02 09:00 +01:00.")
        .contains("Alice takes over: 2026-03-02 09:00 +01:00 to 2026-03-02 10:00 +01:00")
        .contains("Reason: concert");
    ground.forgetDeliveries();
    ground.get(SwapRequests.class).accept(as(bob), schedule, asked.id(), new AcceptSwap(null));
    assertThat(mails())
        .singleElement()
        .matches(mail -> mail.receiverId().equals(alice.id()))
        .extracting(DeliverySummary::subject)
        .isEqualTo("Swap in Ops accepted");
    assertThat(ground.body(mails().get(0).id())).contains("It was accepted by Bob.");
  }

  @Test
  void leaveIsMailedToTheAdminsAndItsAnswerToWhoAsked() {
    UserView ada = ground.hire("Ada", Role.ADMIN);
    ground.forgetDeliveries();
    CreateLeaveRequest command =
        new CreateLeaveRequest(null, LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 6), null);
    LeaveRequests leaves = ground.get(LeaveRequests.class);
    UUID asked = leaves.create(as(alice), schedule, command).id();
    assertThat(mails()).extracting(DeliverySummary::receiverId).contains(ada.id());
    assertThat(mails()).extracting(DeliverySummary::receiverId).doesNotContain(alice.id());
    assertThat(ground.body(mails().get(0).id()))
        .contains("Alice takes no shifts from 2026-03-05 to 2026-03-06");
    ground.forgetDeliveries();
    leaves.decline(as(ada), schedule, asked);
    assertThat(mails()).extracting(DeliverySummary::receiverId).containsExactly(alice.id());
    assertThat(ground.body(mails().get(0).id())).contains("It was declined by Ada.");
  }

  private static void lookAt(Instant now) {
    ground.clock().set(now);
    assertThat(ground.get(ShiftNotices.class).run(now).failed()).isZero();
  }

  private static List<DeliverySummary> mails() {
    return ground.deliveries(ReceiverKind.USER);
  }
}
