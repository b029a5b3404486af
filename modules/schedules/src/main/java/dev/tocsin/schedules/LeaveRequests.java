package dev.tocsin.schedules;

import dev.tocsin.accounts.Warning;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.IllegalTransition;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.time.Times;
import dev.tocsin.schedules.internal.Concerned;
import dev.tocsin.schedules.internal.LeaveDesk;
import dev.tocsin.schedules.internal.LeaveRequest;
import dev.tocsin.schedules.internal.Schedule;
import dev.tocsin.schedules.internal.ScheduleRows;
import dev.tocsin.schedules.internal.ShiftRequestMoves;
import dev.tocsin.schedules.internal.ShiftRequestRows;
import dev.tocsin.schedules.internal.ShiftWatches;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets people ask for days without shifts, which an admin grants or not.
 *
 * <p>Granting one makes the unavailability in the same transaction.
 */
@Stateless
public class LeaveRequests {

  @Inject private ScheduleRows rows;
  @Inject private ShiftWatches watches;
  @Inject private ShiftRequestRows requests;
  @Inject private ShiftRequestMoves moves;
  @Inject private LeaveDesk desk;
  @Inject private Concerned concerned;
  @Inject private Clock clock;

  /**
   * Asks for leave.
   *
   * @throws Rejected when it ends before it starts or before today
   */
  public LeaveRequestView create(Actor actor, UUID scheduleId, CreateLeaveRequest command) {
    Input.check(command);
    Person requester = concerned.behind(actor, command.requesterId(), "/requester_id");
    Schedule schedule = rows.require(scheduleId);
    Instant now = Times.now(clock);
    desk.judge(schedule, command, now);
    LeaveRequest request = new LeaveRequest(Ids.next(), schedule, requester, command, now);
    requests.add(request);
    moves.tell(actor, schedule, request, List.of(), now);
    return request.view(List.of());
  }

  /** Returns a schedule's leave requests, the newest first; those in one state unless null. */
  public Page<LeaveRequestView> list(
      Actor actor, UUID scheduleId, @Nullable RequestState state, PageRequest page) {
    actor.requireStaff();
    UUID id = rows.require(scheduleId).id();
    return requests.page(LeaveRequest.class, id, state, page).map(r -> r.view(List.of()));
  }

  /** Returns one leave request. */
  public LeaveRequestView require(Actor actor, UUID scheduleId, UUID id) {
    actor.requireStaff();
    return requests.require(LeaveRequest.class, scheduleId, id).view(List.of());
  }

  /**
   * Grants leave; warns of the times in which nobody is on call any more.
   *
   * @throws IllegalTransition when it is no longer asked for
   */
  public LeaveRequestView accept(Actor actor, UUID scheduleId, UUID id) {
    actor.require(Role.ADMIN);
    Instant now = Times.now(clock);
    Schedule schedule = watches.open(scheduleId, now);
    LeaveRequest request = requests.lock(LeaveRequest.class, scheduleId, id);
    request.moveTo(RequestState.ACCEPTED, actor.name(), now);
    List<Warning> warnings = desk.fulfil(schedule, request, now);
    moves.tell(actor, schedule, request, warnings, now);
    return request.view(warnings);
  }

  /** Refuses leave. */
  public LeaveRequestView decline(Actor actor, UUID scheduleId, UUID id) {
    actor.require(Role.ADMIN);
    LeaveRequest request = requests.lock(LeaveRequest.class, scheduleId, id);
    return move(actor, request, RequestState.DECLINED);
  }

  /** Takes a request back; leave that was granted already stays, as an unavailability. */
  public LeaveRequestView cancel(Actor actor, UUID scheduleId, UUID id) {
    LeaveRequest request = requests.lock(LeaveRequest.class, scheduleId, id);
    concerned.require(actor, request.requester());
    return move(actor, request, RequestState.CANCELLED);
  }

  private LeaveRequestView move(Actor actor, LeaveRequest request, RequestState to) {
    Schedule schedule = rows.require(request.scheduleId());
    moves.move(actor, schedule, request, to, Times.now(clock));
    return request.view(List.of());
  }
}
