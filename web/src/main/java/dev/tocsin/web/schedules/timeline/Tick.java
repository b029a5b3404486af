package dev.tocsin.web.schedules.timeline;

/**
 * A day, or on a timeline of one day an hour, at the head of its column.
 *
 * @param left percent
 * @param width percent
 * @param text the date or the hour; empty where there is no room for every hour's
 * @param above the weekday; empty for an hour
 * @param note the length of a day on which the clocks change; empty else
 * @param holiday names of the day's holidays; empty on other days
 * @param weekend whether the column is of a Saturday or Sunday
 * @param today whether now is in it
 */
public record Tick(
    double left,
    double width,
    String text,
    String above,
    String note,
    String holiday,
    boolean weekend,
    boolean today) {}
