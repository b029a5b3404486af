package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.Warning;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.schedules.CreateLeaveRequest;
import dev.tocsin.schedules.CreateUnavailability;
import dev.tocsin.schedules.OnCallSegment;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Judges what leave somebody asks for, and grants it as an unavailability. */
@Dependent
public class LeaveDesk {
  /** So far gaps are looked for in long leave. */
  private static final Duration LONGEST = Duration.ofDays(400);

  @Inject private ScheduleEditor editor;
  @Inject private FinalSchedule onCall;
  @Inject private AbsenceWarnings warnings;

  /** Refuses days that are none or that are over. */
  public void judge(Schedule schedule, CreateLeaveRequest command, Instant now) {
    List<Fault> faults = new ArrayList<>();
    ScheduleRules.judge(
        new CreateUnavailability("", null, command.startDate(), command.endDate(), null),
        "",
        faults);
    if (command.endDate().isBefore(LocalDate.ofInstant(now, schedule.zone()))) {
      faults.add(new Fault("/end_date", "in_the_past", "must not be before today"));
    }
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }

  /** Stores the leave; returns what to look after, the gaps that it opens above all. */
  public List<Warning> fulfil(Schedule schedule, LeaveRequest request, Instant now) {
    List<OnCallSegment> before = during(schedule, request.leave());
    Unavailability leave = editor.addLeave(schedule, request.unavailability(), now);
    List<Warning> found = new ArrayList<>(warnings.of(schedule, leave, now));
    found.addAll(Gaps.opened(before, during(schedule, request.leave())));
    return found;
  }

  private List<OnCallSegment> during(Schedule schedule, Leave leave) {
    Instant from = leave.start(schedule.zone());
    Instant longest = from.plus(LONGEST);
    Instant to = leave.end(schedule.zone());
    return onCall.between(schedule, from, to.isBefore(longest) ? to : longest);
  }
}
