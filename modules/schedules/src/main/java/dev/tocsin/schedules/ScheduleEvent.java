package dev.tocsin.schedules;

import java.time.Instant;
import java.util.UUID;

/** What happened to a schedule, announced inside the transaction in which it happens. */
public sealed interface ScheduleEvent
    permits SwapRequestMoved, LeaveRequestMoved, ShiftChangeAnnounced {

  /** Return the schedule's id. */
  UUID scheduleId();

  /** Return when it happened. */
  Instant at();
}
