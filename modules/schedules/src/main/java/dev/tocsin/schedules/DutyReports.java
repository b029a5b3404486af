package dev.tocsin.schedules;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.time.Times;
import dev.tocsin.schedules.internal.DutyLedger;
import dev.tocsin.schedules.internal.HolidayDays;
import dev.tocsin.schedules.internal.HourKinds;
import dev.tocsin.schedules.internal.PlanRows;
import dev.tocsin.schedules.internal.RosterViews;
import dev.tocsin.schedules.internal.Schedule;
import dev.tocsin.schedules.internal.ScheduleRows;
import dev.tocsin.schedules.internal.Window;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds up who was or will be on call, how long and when: for fairness and for pay.
 *
 * <p>It counts what {@link OnCall} answers, in elapsed time: a night in which the clocks go back is
 * an hour longer.
 */
@Stateless
public class DutyReports {

  private static final Duration USUAL = Duration.ofDays(28);

  @Inject private ScheduleRows rows;
  @Inject private PlanRows plans;
  @Inject private RosterViews rosters;
  @Inject private HolidayDays days;
  @Inject private Clock clock;

  /**
   * Returns who carries how much of a schedule.
   *
   * @param from null, with {@code to}, for the last whole month in the schedule's zone
   * @param to exclusive; null for 28 days after {@code from}; at most 400 days after it
   * @throws NotFound when there is no such schedule
   */
  public DutyReport of(Actor actor, UUID scheduleId, @Nullable Instant from, @Nullable Instant to) {
    actor.requireStaff();
    Schedule schedule = rows.require(scheduleId);
    Instant now = Times.now(clock);
    Window window =
        from == null && to == null
            ? lastMonth(now, schedule.zone())
            : Window.of(from, to, now, USUAL);
    HourKinds kinds =
        new HourKinds(schedule.zone(), holidays(schedule, window), schedule.holidaysAsWeekend());
    List<OnCallSegment> segments = rosters.timeline(plans.plan(schedule, window.from()), window);
    return new DutyReport(
        scheduleId,
        schedule.name(),
        schedule.timeZone(),
        window.from(),
        window.to(),
        DutyLedger.of(segments, kinds));
  }

  private Set<LocalDate> holidays(Schedule schedule, Window window) {
    LocalDate first = LocalDate.ofInstant(window.from(), schedule.zone());
    LocalDate after = LocalDate.ofInstant(window.to(), schedule.zone()).plusDays(1);
    return days.of(schedule.holidayCountries(), first, after).stream()
        .map(Holiday::date)
        .collect(Collectors.toSet());
  }

  private static Window lastMonth(Instant now, ZoneId zone) {
    YearMonth month = YearMonth.from(now.atZone(zone));
    return new Window(
        month.minusMonths(1).atDay(1).atStartOfDay(zone).toInstant(),
        month.atDay(1).atStartOfDay(zone).toInstant());
  }
}
