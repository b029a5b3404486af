package dev.tocsin.schedules;

import static dev.tocsin.schedules.Crew.SYSTEM;
import static dev.tocsin.schedules.Crew.as;
import static dev.tocsin.schedules.Crew.period;
import static dev.tocsin.schedules.Crew.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Warning;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.DomainException;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.IllegalTransition;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.schedules.internal.ShiftRequestExpiry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Alice and Bob take turns, a day each from nine to nine: it is the night of Alice's shift. */
class SwapRequestsTest {
  private static final Period BOBS = period("2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z");
  private static final Period ALICES = period("2026-03-03T09:00:00Z", "2026-03-04T09:00:00Z");

  @RegisterExtension static final Crew crew = new Crew();

  private final UserView alice = crew.hire("alice");
  private final UserView bob = crew.hire("bob");
  private final UserView carol = crew.hire("carol");
  private UUID id = crew.daily("2026-03-01T09:00", alice, bob);

  @Test
  void anOfferIsTakenByWhomItWasMadeTo() {
    SwapRequestView offer = ask(as(alice), person(carol), ALICES, null);
    assertThat(offer.state()).isEqualTo(RequestState.OFFERED);
    assertThat(offer.expiresAt()).isEqualTo(ALICES.start());
    assertThat(concerned()).containsExactly(carol.id());
    assertThat(crew.onCall(id, "2026-03-03T12:00:00Z")).isEqualTo(alice.name());

    SwapRequestView done = accept(carol, offer);
    assertThat(done.state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(done.decidedBy()).isEqualTo(carol.name());
    assertThat(concerned()).containsExactly(alice.id());
    assertThat(crew.onCall(id, "2026-03-03T09:00:00Z")).isEqualTo(carol.name());
    assertThat(crew.onCall(id, "2026-03-04T09:00:00Z")).isEqualTo(bob.name());
    assertThat(crew.get(SwapRequests.class).require(SYSTEM, id, offer.id()).state())
        .isEqualTo(RequestState.ACCEPTED);
  }

  @Test
  void aShiftIsTakenOverFromWhoeverHasIt() {
    SwapRequestView asked = ask(as(carol), null, null, BOBS);
    assertThat(asked.other()).isEqualTo(person(bob));
    accept(bob, asked);
    assertThat(crew.onCall(id, "2026-03-02T20:00:00Z")).isEqualTo(carol.name());
  }

  @Test
  void twoShiftsAreSwapped() {
    SwapRequestView asked = ask(as(alice), person(bob), ALICES, BOBS);
    assertThat(asked.expiresAt()).isEqualTo(BOBS.start());
    accept(bob, asked);
    assertThat(crew.onCall(id, "2026-03-02T12:00:00Z")).isEqualTo(alice.name());
    assertThat(crew.onCall(id, "2026-03-03T12:00:00Z")).isEqualTo(bob.name());
    assertThat(crew.get(Absences.class).overrides(SYSTEM, id))
        .extracting(OverrideView::reason)
        .containsExactly("swap with " + alice.name(), "swap with " + bob.name());
  }

  @RepeatedTest(5)
  void ofTwoWhoTakeAnOfferAtOnceOneGetsIt() throws Exception {
    UserView dave = crew.hire("dave");
    SwapRequestView offer = ask(as(alice), null, ALICES, null);
    assertThat(concerned()).containsExactly(bob.id());
    List<Callable<String>> both = List.of(() -> outcome(carol, offer), () -> outcome(dave, offer));
    List<String> outcomes = Crew.atOnce(both);
    assertThat(outcomes).containsExactlyInAnyOrder("accepted", "illegal_transition");
    String taker = outcomes.get(0).equals("accepted") ? carol.name() : dave.name();
    assertThat(crew.onCall(id, "2026-03-03T12:00:00Z")).isEqualTo(taker);
    assertThat(crew.get(Absences.class).overrides(SYSTEM, id)).hasSize(1);
  }

  @RepeatedTest(5)
  void ofTwoRequestsForOneShiftAcceptedAtOnceOneFindsThatItIsGone() throws Exception {
    SwapRequestView one = ask(as(alice), person(bob), ALICES, null);
    SwapRequestView two = ask(as(alice), person(carol), ALICES, null);
    List<Callable<String>> both = List.of(() -> outcome(bob, one), () -> outcome(carol, two));
    assertThat(Crew.atOnce(both)).containsExactlyInAnyOrder("accepted", "not_on_call");
    assertThat(crew.get(Absences.class).overrides(SYSTEM, id)).hasSize(1);
  }

  private String outcome(UserView who, SwapRequestView request) {
    try {
      accept(who, request);
      return "accepted";
    } catch (DomainException e) {
      return e.code();
    }
  }

  @Test
  void aShiftThatHasBecomeSomebodyElsesIsNotPassedOn() {
    SwapRequestView offer = ask(as(alice), person(bob), ALICES, null);
    crew.override(id, carol, "2026-03-03T20:00:00Z", "2026-03-03T21:00:00Z");
    Conflict conflict = catchThrowableOfType(Conflict.class, () -> accept(bob, offer));
    assertThat(conflict.code()).isEqualTo("not_on_call");
    assertThat(conflict.detail()).contains("2026-03-03T20:00:00Z", carol.name(), alice.name());
    assertThat(crew.get(SwapRequests.class).require(SYSTEM, id, offer.id()).state())
        .isEqualTo(RequestState.OFFERED);
    assertThat(crew.get(Absences.class).overrides(SYSTEM, id)).hasSize(1);
  }

  @Test
  void whatIsNotTheirsOrSharedCannotBeGiven() {
    assertThatThrownBy(() -> ask(as(alice), person(carol), BOBS, null))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining(bob.name());
    id = crew.daily("2026-03-01T09:00", 2, alice, bob);
    Conflict shared =
        catchThrowableOfType(Conflict.class, () -> ask(as(alice), person(carol), ALICES, null));
    assertThat(shared.code()).isEqualTo("shared_shift");
    assertThat(shared.detail()).contains(alice.name() + " and " + bob.name() + " share");
  }

  @Test
  void whatWaitsForOnesAnswerIsFoundOverAllSchedules() {
    SwapRequestView own = ask(as(alice), person(bob), ALICES, null);
    SwapRequestView toAnybody = ask(as(alice), null, ALICES, null);
    id = crew.daily("2026-03-01T09:00", alice, bob);
    SwapRequestView elsewhere = ask(as(alice), person(carol), ALICES, null);
    SwapRequests swaps = crew.get(SwapRequests.class);
    assertThat(swaps.waitingFor(as(alice)))
        .extracting(SwapRequestView::id)
        .containsExactly(elsewhere.id(), toAnybody.id(), own.id());
    assertThat(swaps.waitingFor(as(bob)))
        .extracting(SwapRequestView::id)
        .containsExactly(toAnybody.id(), own.id());
    assertThat(swaps.waitingFor(as(carol)))
        .extracting(SwapRequestView::id)
        .containsExactly(elsewhere.id(), toAnybody.id());
    swaps.cancel(as(alice), own.scheduleId(), own.id());
    assertThat(swaps.waitingFor(as(bob)))
        .extracting(SwapRequestView::id)
        .containsExactly(toAnybody.id());
  }

  @Test
  void theOtherDeclinesAndTheRequesterTakesBackAndAfterThatNothingMoves() {
    SwapRequestView declined = ask(as(alice), person(bob), ALICES, null);
    SwapRequests swaps = crew.get(SwapRequests.class);
    assertThat(swaps.decline(as(bob), id, declined.id()).state()).isEqualTo(RequestState.DECLINED);
    SwapRequestView cancelled = ask(as(alice), person(bob), ALICES, null);
    assertThat(swaps.cancel(as(alice), id, cancelled.id()).state())
        .isEqualTo(RequestState.CANCELLED);
    for (SwapRequestView over : List.of(declined, cancelled)) {
      assertThatThrownBy(() -> accept(bob, over)).isInstanceOf(IllegalTransition.class);
      assertThatThrownBy(() -> swaps.cancel(as(alice), id, over.id()))
          .isInstanceOf(IllegalTransition.class);
    }
    assertThat(swaps.list(SYSTEM, id, RequestState.DECLINED, PageRequest.first()).data())
        .extracting(SwapRequestView::id)
        .containsExactly(declined.id());
    assertThat(swaps.list(SYSTEM, id, null, new PageRequest(1, null)).nextCursor()).isNotNull();
  }

  @Test
  void onlyThoseConcernedAndAdminsAct() {
    SwapRequests swaps = crew.get(SwapRequests.class);
    SwapRequestView offer = ask(as(alice), person(bob), ALICES, null);
    assertThatThrownBy(() -> accept(carol, offer)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> accept(alice, offer)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> swaps.decline(as(carol), id, offer.id()))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> swaps.cancel(as(bob), id, offer.id())).isInstanceOf(Forbidden.class);
    Actor viewer = new Actor(Actor.Kind.USER, bob.id(), bob.name(), Role.VIEWER, null);
    Actor customer = new Actor(Actor.Kind.USER, bob.id(), bob.name(), Role.CUSTOMER, Ids.next());
    for (Actor reader : List.of(viewer, customer)) {
      assertThatThrownBy(() -> swaps.accept(reader, id, offer.id(), new AcceptSwap(null)))
          .isInstanceOf(Forbidden.class);
      assertThatThrownBy(() -> ask(reader, null, BOBS, null)).isInstanceOf(Forbidden.class);
    }
    assertThat(swaps.require(viewer, id, offer.id())).isEqualTo(offer);
    assertThatThrownBy(() -> swaps.require(customer, id, offer.id())).isInstanceOf(Forbidden.class);

    UserView admin = crew.hire("ada", Role.ADMIN);
    assertThat(swaps.accept(as(admin), id, offer.id(), new AcceptSwap(null)).other())
        .isEqualTo(person(bob));
    assertThat(concerned()).containsExactlyInAnyOrder(alice.id(), bob.id());
  }

  @Test
  void anAdminMayOfferAndTakeForOthersAndAProgramMustSayForWhom() {
    CreateSwapRequest forAlice = new CreateSwapRequest(alice.id(), null, ALICES, null, null);
    SwapRequests swaps = crew.get(SwapRequests.class);
    SwapRequestView offer = swaps.create(SYSTEM, id, forAlice);
    assertThat(offer.requester()).isEqualTo(person(alice));
    assertThatThrownBy(() -> swaps.create(as(carol), id, forAlice)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> swaps.accept(SYSTEM, id, offer.id(), new AcceptSwap(null)))
        .isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> swaps.accept(SYSTEM, id, offer.id(), new AcceptSwap(alice.id())))
        .isInstanceOf(Forbidden.class);
    assertThat(swaps.accept(SYSTEM, id, offer.id(), new AcceptSwap(carol.id())).other())
        .isEqualTo(person(carol));
  }

  @Test
  void badInputIsNamed() {
    assertThat(faults(alice, null, null, null)).containsExactly("/gives");
    assertThat(faults(alice, null, period("2026-03-01T23:00:00Z", "2026-03-02T04:00:00Z"), null))
        .containsExactly("/gives/start");
    assertThat(faults(alice, null, period("2026-03-03T12:00:00Z", "2026-03-03T12:00:00Z"), null))
        .containsExactly("/gives/end");
    assertThat(faults(alice, null, null, period("2026-03-03T12:00:00Z", "2029-03-03T12:00:00Z")))
        .containsExactly("/takes/end");
    assertThat(faults(alice, person(alice), ALICES, null)).containsExactly("/other");
    UserView viewer = crew.hire("vic", Role.VIEWER);
    assertThat(faults(alice, person(viewer), ALICES, null)).containsExactly("/other");
    assertThat(faults(alice, new Person("nobody at all", null), ALICES, null))
        .containsExactly("/other");
  }

  private List<String> faults(
      UserView who, @Nullable Person other, @Nullable Period gives, @Nullable Period takes) {
    return catchThrowableOfType(Rejected.class, () -> ask(as(who), other, gives, takes))
        .faults()
        .stream()
        .map(Fault::pointer)
        .toList();
  }

  @Test
  void whoTakesAShiftInTheirLeaveIsWarned() {
    CreateUnavailability leave =
        new CreateUnavailability(
            carol.name(), carol.id(), LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 3), null);
    crew.get(Absences.class).addUnavailability(SYSTEM, id, leave);
    SwapRequestView offer = ask(as(alice), person(carol), ALICES, null);
    assertThat(accept(carol, offer).warnings())
        .extracting(Warning::code)
        .containsExactly("on_leave");
  }

  @Test
  void anOfferNobodyTookExpiresWhenTheShiftStartsOnAnyNodeOnce() throws Exception {
    SwapRequestView offer = ask(as(bob), null, BOBS, null);
    ShiftRequestExpiry expiry = crew.get(ShiftRequestExpiry.class);
    assertThat(expiry.run(BOBS.start().minusMillis(1)).done()).isZero();
    crew.clock().set(BOBS.start());
    assertThatThrownBy(() -> accept(alice, offer)).isInstanceOf(IllegalTransition.class);
    int before = crew.announced(SwapRequestMoved.class).size();
    List<Callable<Integer>> nodes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      nodes.add(() -> expiry.run(BOBS.start()).done());
    }
    assertThat(Crew.atOnce(nodes).stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    assertThat(crew.announced(SwapRequestMoved.class)).hasSize(before + 1);
    assertThat(concerned()).containsExactly(bob.id());
    SwapRequestView over = crew.get(SwapRequests.class).require(SYSTEM, id, offer.id());
    assertThat(over.state()).isEqualTo(RequestState.EXPIRED);
    assertThat(over.decidedAt()).isEqualTo(BOBS.start());
  }

  @Test
  void everyStepIsInTheAuditChain() {
    SwapRequestView offer = ask(as(alice), person(bob), ALICES, null);
    accept(bob, offer);
    List<?> actions =
        crew.db()
            .call(
                "platform",
                em ->
                    em.createNativeQuery(
                            "SELECT action FROM platform.audit_entry WHERE entity_id = ?1 ORDER BY seq")
                        .setParameter(1, id.toString())
                        .getResultList());
    assertThat(actions)
        .map(String::valueOf)
        .containsExactly("schedule.created", "schedule.swap_offered", "schedule.swap_accepted");
  }

  private SwapRequestView ask(
      Actor actor, @Nullable Person other, @Nullable Period gives, @Nullable Period takes) {
    CreateSwapRequest command = new CreateSwapRequest(null, other, gives, takes, null);
    return crew.get(SwapRequests.class).create(actor, id, command);
  }

  private SwapRequestView accept(UserView who, SwapRequestView request) {
    return crew.get(SwapRequests.class).accept(as(who), id, request.id(), new AcceptSwap(null));
  }

  /** The users whom the latest step was told. */
  private static List<UUID> concerned() {
    List<SwapRequestMoved> moves = crew.announced(SwapRequestMoved.class);
    return moves.get(moves.size() - 1).concerned();
  }
}
