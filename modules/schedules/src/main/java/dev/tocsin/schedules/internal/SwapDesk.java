package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.Warning;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.schedules.CreateOverride;
import dev.tocsin.schedules.CreateSwapRequest;
import dev.tocsin.schedules.Period;
import dev.tocsin.schedules.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges what shall be swapped, and swaps it by overrides. */
@Dependent
public class SwapDesk {

  private static final Duration LONGEST = Duration.ofDays(400);

  @Inject private Concerned concerned;
  @Inject private Possession possession;
  @Inject private ScheduleEditor editor;
  @Inject private AbsenceWarnings warnings;

  /**
   * Makes a request of a command, once everything in it belongs to whom it says.
   *
   * @throws Rejected when nothing is asked, something lies in the past, or the other is no
   *     colleague
   * @throws dev.tocsin.platform.error.Conflict {@code not_on_call} when a shift is somebody else's
   */
  public SwapRequest draft(
      Schedule schedule, Person requester, CreateSwapRequest command, Instant now) {
    judge(command, now);
    Person other = other(schedule, command);
    if (other != null && other.isSameAs(requester)) {
      throw new Rejected("/other", "invalid", "must be somebody else");
    }
    requirePossession(schedule, requester, other, command.gives(), command.takes());
    return new SwapRequest(Ids.next(), schedule.id(), requester, other, command, now);
  }

  private static void judge(CreateSwapRequest command, Instant now) {
    List<Fault> faults = new ArrayList<>();
    if (command.gives() == null && command.takes() == null) {
      faults.add(new Fault("/gives", "required", "is needed, or takes, or both"));
    }
    judge(command.gives(), "/gives", now, faults);
    judge(command.takes(), "/takes", now, faults);
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }

  private static void judge(
      @Nullable Period period, String pointer, Instant now, List<Fault> faults) {
    if (period != null && !period.start().isAfter(now)) {
      faults.add(new Fault(pointer + "/start", "in_the_past", "must be in the future"));
    } else if (period != null && period.end().isAfter(period.start().plus(LONGEST))) {
      faults.add(new Fault(pointer + "/end", "out_of_range", "must be at most 400 days later"));
    } else if (period != null) {
      ScheduleRules.judge(
          new CreateOverride("", null, period.start(), period.end(), null), pointer, faults);
    }
  }

  private @Nullable Person other(Schedule schedule, CreateSwapRequest command) {
    Person named = command.other();
    if (named == null && command.takes() != null) {
      named = possession.holder(schedule, command.takes());
    }
    return named == null ? null : concerned.staff(named, "/other");
  }

  /**
   * Makes the overrides of an accepted request, once everything in it still belongs to whom it
   * says.
   *
   * @return what to look after: somebody who has leave in the time taken over
   * @throws dev.tocsin.platform.error.Conflict {@code not_on_call} when a shift has become somebody
   *     else's
   */
  public List<Warning> fulfil(Schedule schedule, SwapRequest request, Instant now) {
    Person requester = concerned.staff(request.requester(), "/requester");
    Person other = Objects.requireNonNull(request.other());
    requirePossession(schedule, requester, other, request.gives(), request.takes());
    List<Warning> found = new ArrayList<>();
    handOver(schedule, request.gives(), requester, other, now, found);
    handOver(schedule, request.takes(), other, requester, now, found);
    return found;
  }

  private void requirePossession(
      Schedule schedule,
      Person requester,
      @Nullable Person other,
      @Nullable Period gives,
      @Nullable Period takes) {
    if (gives != null) {
      possession.require(schedule, gives, requester);
    }
    if (takes != null) {
      possession.require(schedule, takes, Objects.requireNonNull(other));
    }
  }

  private void handOver(
      Schedule schedule,
      @Nullable Period period,
      Person from,
      Person to,
      Instant now,
      List<Warning> found) {
    if (period != null) {
      CreateOverride command =
          new CreateOverride(
              to.userName(), to.userId(), period.start(), period.end(), "swap with " + from.name());
      found.addAll(warnings.of(schedule, editor.addOverride(schedule, command, now), now));
    }
  }
}
