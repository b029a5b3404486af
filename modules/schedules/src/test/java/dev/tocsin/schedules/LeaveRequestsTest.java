package dev.tocsin.schedules;

import static dev.tocsin.schedules.Crew.SYSTEM;
import static dev.tocsin.schedules.Crew.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Warning;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.IllegalTransition;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.schedules.internal.ShiftRequestExpiry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeaveRequestsTest {

  @RegisterExtension static final Crew crew = new Crew();

  private final UserView alice = crew.hire("alice");
  private final UserView bob = crew.hire("bob");

  @Test
  void leaveIsAskedForAndGranted() {
    UUID id = crew.daily("2026-03-01T09:00", alice, bob);
    LeaveRequestView asked = ask(as(alice), id, 3, 3);
    assertThat(asked.state()).isEqualTo(RequestState.OFFERED);
    assertThat(crew.onCall(id, "2026-03-03T12:00:00Z")).isEqualTo(alice.name());

    LeaveRequestView granted = leaves().accept(SYSTEM, id, asked.id());
    assertThat(granted.state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(granted.warnings()).isEmpty();
    assertThat(crew.onCall(id, "2026-03-03T12:00:00Z")).isEqualTo(bob.name());
    assertThat(crew.get(Absences.class).unavailabilities(SYSTEM, id))
        .extracting(UnavailabilityView::userId, UnavailabilityView::reason)
        .containsExactly(tuple(alice.id(), "dentist"));
    List<LeaveRequestMoved> moves = crew.announced(LeaveRequestMoved.class);
    assertThat(moves).hasSize(2);
    assertThat(moves.get(0).concerned()).isEmpty();
    assertThat(moves.get(1).concerned()).containsExactly(alice.id());
  }

  @Test
  void theTimesThatNobodyElseCoversAreNamedWhenLeaveIsGranted() {
    UUID id = crew.daily("2026-03-01T09:00", alice);
    crew.override(id, bob, "2026-03-03T10:00:00Z", "2026-03-03T12:00:00Z");
    LeaveRequestView granted = leaves().accept(SYSTEM, id, ask(as(alice), id, 3, 3).id());
    assertThat(granted.warnings())
        .extracting(Warning::code, Warning::detail)
        .containsExactly(
            tuple(
                "coverage_gap",
                "Nobody is on call from 2026-03-03T00:00:00Z to 2026-03-03T10:00:00Z."),
            tuple(
                "coverage_gap",
                "Nobody is on call from 2026-03-03T12:00:00Z to 2026-03-04T00:00:00Z."));
  }

  @Test
  void onlyAnAdminGrantsOrRefusesAndTheRequesterTakesBack() {
    UUID id = crew.daily("2026-03-01T09:00", alice, bob);
    LeaveRequestView asked = ask(as(alice), id, 3, 4);
    for (Actor other : List.of(as(alice), as(bob))) {
      assertThatThrownBy(() -> leaves().accept(other, id, asked.id()))
          .isInstanceOf(Forbidden.class);
      assertThatThrownBy(() -> leaves().decline(other, id, asked.id()))
          .isInstanceOf(Forbidden.class);
    }
    assertThatThrownBy(() -> leaves().cancel(as(bob), id, asked.id()))
        .isInstanceOf(Forbidden.class);
    assertThat(leaves().decline(SYSTEM, id, asked.id()).state()).isEqualTo(RequestState.DECLINED);
    assertThatThrownBy(() -> leaves().accept(SYSTEM, id, asked.id()))
        .isInstanceOf(IllegalTransition.class);
    LeaveRequestView again = ask(as(alice), id, 3, 4);
    assertThat(leaves().cancel(as(alice), id, again.id()).state())
        .isEqualTo(RequestState.CANCELLED);
    assertThat(crew.get(Absences.class).unavailabilities(SYSTEM, id)).isEmpty();
  }

  @Test
  void itExpiresWhenItsLastDayIsOver() {
    UUID id = crew.daily("2026-03-01T09:00", alice, bob);
    LeaveRequestView asked = ask(as(alice), id, 2, 3);
    ShiftRequestExpiry expiry = crew.get(ShiftRequestExpiry.class);
    assertThat(expiry.run(Instant.parse("2026-03-03T23:59:59Z")).done()).isZero();
    assertThat(expiry.run(Instant.parse("2026-03-04T00:00:00Z")).done()).isEqualTo(1);
    assertThat(leaves().require(SYSTEM, id, asked.id()).state()).isEqualTo(RequestState.EXPIRED);
  }

  @Test
  void daysThatAreNoneOrOverAreRefused() {
    UUID id = crew.daily("2026-03-01T09:00", alice, bob);
    assertThat(faults(id, 5, 4)).containsExactly("/end_date");
    assertThat(faults(id, 1, 1)).containsExactly("/end_date");
  }

  private List<String> faults(UUID id, int first, int last) {
    return catchThrowableOfType(Rejected.class, () -> ask(as(alice), id, first, last))
        .faults()
        .stream()
        .map(Fault::pointer)
        .toList();
  }

  private static LeaveRequestView ask(Actor actor, UUID id, int first, int last) {
    CreateLeaveRequest command =
        new CreateLeaveRequest(
            null, LocalDate.of(2026, 3, first), LocalDate.of(2026, 3, last), "dentist");
    return leaves().create(actor, id, command);
  }

  private static LeaveRequests leaves() {
    return crew.get(LeaveRequests.class);
  }
}
