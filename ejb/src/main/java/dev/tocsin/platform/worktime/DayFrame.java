package dev.tocsin.platform.worktime;

/**
 * A stretch of the wall clock that counts; it belongs wholly to the day on which it starts.
 *
 * @param from minutes since that day's midnight, 0 to 1439
 * @param to minutes since the same midnight, after {@code from} by at most a day; beyond 1440 it
 *     ends on the next day
 */
public record DayFrame(int from, int to) {

  /** The minutes of a day. */
  public static final int DAY = 24 * 60;

  /** The frame that is a whole day. */
  public static final DayFrame WHOLE_DAY = new DayFrame(0, DAY);

  public DayFrame {
    if (from < 0 || from >= DAY || to <= from || to > from + DAY) {
      throw new IllegalArgumentException("not a frame of a day: " + from + " to " + to);
    }
  }

  /**
   * Returns the frame between two times of day; one that does not end after it starts is of two
   * days.
   */
  public static DayFrame between(int from, int to) {
    return new DayFrame(from, to > from ? to : to + DAY);
  }
}
