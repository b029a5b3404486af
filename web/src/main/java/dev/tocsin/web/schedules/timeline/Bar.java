package dev.tocsin.web.schedules.timeline;

/**
 * The same people for a while.
 *
 * @param kind {@code shift}, {@code override}, {@code leave} or {@code gap}
 * @param left percent
 * @param width percent
 * @param hue the colour of the first of the people, as a number of the style sheet
 * @param who names; empty for nobody
 * @param start ISO, of the whole stretch, also of what lies outside the timeline
 * @param end ISO, exclusive
 * @param when begin and end as people read them
 * @param why what put them there
 */
public record Bar(
    String kind,
    double left,
    double width,
    int hue,
    String who,
    String start,
    String end,
    String when,
    String why) {}
