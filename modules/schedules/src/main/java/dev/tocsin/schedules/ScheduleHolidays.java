package dev.tocsin.schedules;

import java.util.List;

/**
 * The holidays of a schedule's countries.
 *
 * @param data by date, then country and name
 * @param feeds how it goes with each country's feed, by country
 */
public record ScheduleHolidays(List<Holiday> data, List<HolidayFeedView> feeds) {}
