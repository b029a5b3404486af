package dev.tocsin.platform.ical;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Reads a calendar into its components.
 *
 * <p>It is lenient where programs err harmlessly (bare line feeds, blank lines, a byte order mark)
 * and strict about what holds a calendar together.
 */
public final class CalendarText {
  /** Deeper than any calendar nests. */
  private static final int DEEPEST = 10;

  private CalendarText() {}

  /**
   * Return the calendar that a text holds.
   *
   * @throws UnreadableCalendar when it is none, naming the line
   */
  public static Component read(String text) throws UnreadableCalendar {
    String begun = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Deque<Component> open = new ArrayDeque<>();
    Component calendar = null;
    int number = 0;
    for (String line : begun.replaceAll("\r?\n[ \t]", "").split("\r?\n", -1)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      Property property = Property.parse(line);
      if (property == null) {
        throw new UnreadableCalendar(number, "is no line of a calendar");
      }
      String value = property.value().strip().toUpperCase(Locale.ROOT);
      if (property.name().equals("BEGIN")) {
        require(open.size() < DEEPEST, number, "nests too deep");
        require(!open.isEmpty() || value.equals("VCALENDAR"), number, "is not BEGIN:VCALENDAR");
        Component begunHere = new Component(value);
        if (!open.isEmpty()) {
          open.element().add(begunHere);
        } else if (calendar == null) {
          calendar = begunHere;
        }
        open.push(begunHere);
      } else if (property.name().equals("END")) {
        require(
            !open.isEmpty() && open.element().name().equals(value),
            number,
            "ends what is not open");
        open.pop();
      } else {
        require(!open.isEmpty(), number, "is outside of a calendar");
        open.element().add(property);
      }
    }
    if (calendar == null || !open.isEmpty()) {
      throw new UnreadableCalendar(number, "is the last one, and the calendar is not complete");
    }
    return calendar;
  }

  private static void require(boolean good, int line, String fault) throws UnreadableCalendar {
    if (!good) {
      throw new UnreadableCalendar(line, fault);
    }
  }
}
