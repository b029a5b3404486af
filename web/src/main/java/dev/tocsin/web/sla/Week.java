package dev.tocsin.web.sla;

import dev.tocsin.platform.worktime.DayKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A week drawn: for each day, what counts of its twenty-four hours, in percent of them. */
public final class Week {

  private static final int DAY = 24 * 60;
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)|24:00");

  private final Map<String, List<Bar>> days = new LinkedHashMap<>();

  private Week() {
    DayKeys.ALL.forEach(day -> days.put(day, new ArrayList<>()));
  }

  /**
   * A stretch of a day that counts.
   *
   * @param label the whole frame, as it is written
   * @param continued whether it began the day before, to which it belongs
   */
  public record Bar(String left, String width, String label, boolean continued) {}

  /** Returns a week's frames drawn; null is every hour. What is no frame yet is not drawn. */
  static Week of(@Nullable Map<String, List<List<String>>> weekly) {
    Week week = new Week();
    if (weekly == null) {
      week.days.values().forEach(day -> day.add(bar(0, DAY, "00:00–24:00", false)));
      return week;
    }
    weekly.forEach((day, frames) -> frames.forEach(frame -> week.draw(day, frame)));
    return week;
  }

  private void draw(String day, List<String> ends) {
    int from = ends.size() == 2 ? minutes(ends.get(0)) : -1;
    int to = ends.size() == 2 ? minutes(ends.get(1)) : -1;
    List<Bar> bars = days.get(day);
    if (bars == null || from < 0 || to < 0 || from == to || from == DAY) {
      return;
    }
    String label = String.join("–", ends);
    bars.add(bar(from, to > from ? to : DAY, label, false));
    if (to < from && to > 0) {
      int next = (DayKeys.ALL.indexOf(day) + 1) % DayKeys.ALL.size();
      days.values().stream().skip(next).findFirst().ifPresent(d -> d.add(bar(0, to, label, true)));
    }
  }

  private static Bar bar(int from, int to, String label, boolean continued) {
    return new Bar(percent(from), percent(to - from), label, continued);
  }

  private static String percent(int minutes) {
    return String.format(Locale.ROOT, "%.3f", minutes * 100.0 / DAY);
  }

  private static int minutes(String time) {
    Matcher read = TIME.matcher(time);
    if (!read.matches()) {
      return -1;
    }
    return read.group(1) == null
        ? DAY
        : Integer.parseInt(read.group(1)) * 60 + Integer.parseInt(read.group(2));
  }

  /** Returns the days' keys in their order. */
  public List<String> getDays() {
    return DayKeys.ALL;
  }

  /** Returns what counts of a day. */
  public List<Bar> bars(String day) {
    return days.getOrDefault(day, List.of());
  }
}
