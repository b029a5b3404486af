package dev.tocsin.web.sla;

import dev.tocsin.platform.worktime.DayKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The frames of a week as people type them, a day a line: {@code 9-12, 13:00–17:30}. */
final class WeekText {

  private static final Pattern HOUR = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?");

  private WeekText() {}

  /** Returns each day's frames as text; every day is a key. */
  static Map<String, String> of(@Nullable Map<String, List<List<String>>> weekly) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String day : DayKeys.ALL) {
      List<List<String>> frames = weekly == null ? null : weekly.get(day);
      texts.put(
          day,
          frames == null
              ? ""
              : String.join(", ", frames.stream().map(ends -> String.join("–", ends)).toList()));
    }
    return texts;
  }

  /** Returns the frames typed; what is none stays as it is, for the calendar's rules to refuse. */
  static Map<String, List<List<String>>> weekly(Map<String, String> texts) {
    Map<String, List<List<String>>> weekly = new LinkedHashMap<>();
    for (String day : DayKeys.ALL) {
      String text = texts.get(day);
      if (text != null && !text.isBlank()) {
        weekly.put(day, frames(text));
      }
    }
    return weekly;
  }

  private static List<List<String>> frames(String text) {
    List<List<String>> frames = new ArrayList<>();
    for (String frame : text.strip().split("\\s*[,;\\n]\\s*", -1)) {
      frames.add(
          Arrays.stream(frame.strip().split("\\s*[-–—]\\s*", -1)).map(WeekText::time).toList());
    }
    return frames;
  }

  private static String time(String typed) {
    Matcher hour = HOUR.matcher(typed);
    if (!hour.matches()) {
      return typed;
    }
    String minutes = hour.group(2) == null ? "00" : hour.group(2);
    return (hour.group(1).length() == 1 ? "0" : "") + hour.group(1) + ":" + minutes;
  }
}
