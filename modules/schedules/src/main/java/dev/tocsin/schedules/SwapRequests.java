package dev.tocsin.schedules;

import dev.tocsin.accounts.Warning;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.IllegalTransition;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.time.Times;
import dev.tocsin.schedules.internal.Concerned;
import dev.tocsin.schedules.internal.Schedule;
import dev.tocsin.schedules.internal.ScheduleRows;
import dev.tocsin.schedules.internal.ShiftRequestMoves;
import dev.tocsin.schedules.internal.ShiftRequestRows;
import dev.tocsin.schedules.internal.ShiftWatches;
import dev.tocsin.schedules.internal.SwapDesk;
import dev.tocsin.schedules.internal.SwapRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets people pass shifts to one another, each with the other's consent.
 *
 * <p>A request takes a shift, gives one away, to one person or to anybody, or swaps two. The people
 * concerned act on it, and admins for them; accepting it makes the overrides in the same
 * transaction.
 */
@Stateless
public class SwapRequests {

  @Inject private ScheduleRows rows;
  @Inject private ShiftWatches watches;
  @Inject private ShiftRequestRows requests;
  @Inject private ShiftRequestMoves moves;
  @Inject private SwapDesk desk;
  @Inject private Concerned concerned;
  @Inject private Clock clock;

  /**
   * Asks for a swap.
   *
   * @throws Rejected when nothing is asked, something lies in the past, or the other is no
   *     colleague
   * @throws Conflict {@code not_on_call} when a shift in it belongs to somebody else
   */
  public SwapRequestView create(Actor actor, UUID scheduleId, CreateSwapRequest command) {
    Input.check(command);
    Person requester = concerned.behind(actor, command.requesterId(), "/requester_id");
    Schedule schedule = rows.require(scheduleId);
    Instant now = Times.now(clock);
    SwapRequest request = desk.draft(schedule, requester, command, now);
    requests.add(request);
    moves.tell(actor, schedule, request, List.of(), now);
    return request.view(List.of());
  }

  /** Returns a schedule's swap requests, the newest first; those in one state unless null. */
  public Page<SwapRequestView> list(
      Actor actor, UUID scheduleId, @Nullable RequestState state, PageRequest page) {
    actor.requireStaff();
    UUID id = rows.require(scheduleId).id();
    return requests.page(SwapRequest.class, id, state, page).map(r -> r.view(List.of()));
  }

  /**
   * Returns what somebody has asked for or could answer and nobody has answered yet, over all
   * schedules, the newest first, as many as a page holds.
   */
  public List<SwapRequestView> waitingFor(Actor actor) {
    actor.requireStaff();
    return requests.waitingFor(actor.id()).stream().map(r -> r.view(List.of())).toList();
  }

  /** Returns one swap request. */
  public SwapRequestView require(Actor actor, UUID scheduleId, UUID id) {
    actor.requireStaff();
    return requests.require(SwapRequest.class, scheduleId, id).view(List.of());
  }

  /**
   * Accepts a request for the person who was asked, or an offer to anybody for oneself.
   *
   * @throws Forbidden when somebody else was asked
   * @throws IllegalTransition when it is no longer offered
   * @throws Conflict {@code not_on_call} when a shift in it has become somebody else's
   */
  public SwapRequestView accept(Actor actor, UUID scheduleId, UUID id, AcceptSwap command) {
    actor.require(Role.ADMIN, Role.AGENT);
    Instant now = Times.now(clock);
    Schedule schedule = watches.open(scheduleId, now);
    SwapRequest request = requests.lock(SwapRequest.class, scheduleId, id);
    request.moveTo(RequestState.ACCEPTED, actor.name(), now);
    request.isTakenBy(taker(actor, request, command.userId()));
    List<Warning> warnings = desk.fulfil(schedule, request, now);
    moves.tell(actor, schedule, request, warnings, now);
    return request.view(warnings);
  }

  private Person taker(Actor actor, SwapRequest request, @Nullable UUID userId) {
    Person asked = request.other();
    if (asked != null && (userId == null || userId.equals(asked.userId()))) {
      concerned.require(actor, asked);
      return concerned.staff(asked, "/other");
    }
    Person taker = concerned.behind(actor, userId, "/user_id");
    if (asked != null || taker.isSameAs(request.requester())) {
      throw new Forbidden("not_yours", "This person was not asked.");
    }
    return taker;
  }

  /** Declines a request for the person who was asked. */
  public SwapRequestView decline(Actor actor, UUID scheduleId, UUID id) {
    SwapRequest request = requests.lock(SwapRequest.class, scheduleId, id);
    concerned.require(actor, request.other());
    return move(actor, request, RequestState.DECLINED);
  }

  /** Takes a request back. */
  public SwapRequestView cancel(Actor actor, UUID scheduleId, UUID id) {
    SwapRequest request = requests.lock(SwapRequest.class, scheduleId, id);
    concerned.require(actor, request.requester());
    return move(actor, request, RequestState.CANCELLED);
  }

  private SwapRequestView move(Actor actor, SwapRequest request, RequestState to) {
    Schedule schedule = rows.require(request.scheduleId());
    moves.move(actor, schedule, request, to, Times.now(clock));
    return request.view(List.of());
  }
}
