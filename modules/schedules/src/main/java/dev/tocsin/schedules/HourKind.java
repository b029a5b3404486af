package dev.tocsin.schedules;

/** What kind of hours somebody is on call, each hour of exactly one kind. */
public enum HourKind {
  WEEKDAY_DAY,
  WEEKDAY_NIGHT,
  WEEKEND_DAY,
  WEEKEND_NIGHT,
  HOLIDAY_DAY,
  HOLIDAY_NIGHT;

  /** Return the kind of an hour; a holiday on a weekend is a holiday. */
  public static HourKind of(boolean holiday, boolean weekend, boolean night) {
    if (holiday) {
      return night ? HOLIDAY_NIGHT : HOLIDAY_DAY;
    }
    if (weekend) {
      return night ? WEEKEND_NIGHT : WEEKEND_DAY;
    }
    return night ? WEEKDAY_NIGHT : WEEKDAY_DAY;
  }

  public boolean isNight() {
    return this == WEEKDAY_NIGHT || this == WEEKEND_NIGHT || this == HOLIDAY_NIGHT;
  }

  public boolean isWeekend() {
    return this == WEEKEND_DAY || this == WEEKEND_NIGHT;
  }

  public boolean isHoliday() {
    return this == HOLIDAY_DAY || this == HOLIDAY_NIGHT;
  }
}
