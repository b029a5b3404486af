package dev.tocsin.schedules;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.schedules.internal.HolidayDays;
import dev.tocsin.schedules.internal.HolidayRows;
import dev.tocsin.schedules.internal.HolidaySettings;
import dev.tocsin.schedules.internal.Schedule;
import dev.tocsin.schedules.internal.ScheduleRows;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells the holidays of a schedule's countries.
 *
 * <p>What a country's feed has said of a year holds for that year; of a year of which it has said
 * nothing, and for a country without a feed, the rules that come with Tocsin are asked.
 */
@Stateless
public class Holidays {
  private static final int USUAL_MONTHS = 3;
  private static final int MOST_YEARS = 3;

  @Inject private ScheduleRows schedules;
  @Inject private HolidayDays days;
  @Inject private HolidayRows rows;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /**
   * Returns the holidays of some days.
   *
   * @param from null for today in the schedule's zone
   * @param to exclusive; null for three months after {@code from}; at most three years after it
   */
  public ScheduleHolidays of(
      Actor actor, UUID scheduleId, @Nullable LocalDate from, @Nullable LocalDate to) {
    actor.requireStaff();
    Schedule schedule = schedules.require(scheduleId);
    LocalDate first = from == null ? LocalDate.ofInstant(clock.instant(), schedule.zone()) : from;
    LocalDate after = to == null ? first.plusMonths(USUAL_MONTHS) : to;
    if (first.getYear() < 1900 || after.getYear() > 2499) {
      throw new Rejected("/from", "out_of_range", "must be in the years 1900 to 2499");
    }
    if (!after.isAfter(first) || after.isAfter(first.plusYears(MOST_YEARS))) {
      throw new Rejected("/to", "out_of_range", "must be after from, by at most three years");
    }
    List<String> countries = schedule.holidayCountries();
    List<HolidayFeedView> feeds =
        rows.feeds(countries).stream().map(feed -> feed.view(this::hasAddress)).toList();
    return new ScheduleHolidays(days.of(countries, first, after), feeds);
  }

  private boolean hasAddress(String country) {
    return HolidaySettings.address(settings, country).isPresent();
  }
}
