package dev.tocsin.sla.internal;

import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.worktime.DayFrame;
import dev.tocsin.platform.worktime.DayKeys;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the frames of a week as people write them, and finds every fault of them. */
final class WeekText {

  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]|24:00");
  private static final int WEEK = 7 * DayFrame.DAY;
  private static final int MOST = 24;

  private final Map<DayOfWeek, List<DayFrame>> week = new EnumMap<>(DayOfWeek.class);
  private final List<Placed> placed = new ArrayList<>();
  private final List<Fault> faults;

  /** A frame in the minutes of the week, and where it stands in the input. */
  private record Placed(int from, int to, String pointer) {}

  private WeekText(List<Fault> faults) {
    this.faults = faults;
  }

  /** Returns the frames; what is wrong with them is added to the faults. */
  static Map<DayOfWeek, List<DayFrame>> read(
      @Nullable Map<String, List<List<String>>> weekly, List<Fault> faults) {
    WeekText text = new WeekText(faults);
    if (weekly == null) {
      for (DayOfWeek day : DayOfWeek.values()) {
        text.week.put(day, List.of(DayFrame.WHOLE_DAY));
      }
      return text.week;
    }
    int before = faults.size();
    weekly.forEach(text::day);
    if (text.placed.isEmpty() && faults.size() == before) {
      faults.add(new Fault("/weekly", "required", "must have a frame; leave it out for 24×7"));
    }
    text.overlaps();
    return text.week;
  }

  /** Returns a week with its days in their order; jsonb keeps none. */
  static @Nullable Map<String, List<List<String>>> ordered(
      @Nullable Map<String, List<List<String>>> weekly) {
    if (weekly == null) {
      return null;
    }
    Map<String, List<List<String>>> result = new LinkedHashMap<>();
    for (String day : DayKeys.ALL) {
      List<List<String>> frames = weekly.get(day);
      if (frames != null && !frames.isEmpty()) {
        result.put(day, frames);
      }
    }
    return result;
  }

  private void day(String name, @Nullable List<List<String>> frames) {
    String pointer = "/weekly/" + name;
    Optional<DayOfWeek> day = DayKeys.find(name);
    if (day.isEmpty()) {
      String known = String.join(", ", DayKeys.ALL);
      faults.add(new Fault(pointer, "unknown_key", "must be one of " + known));
    } else if (frames == null || frames.size() > MOST) {
      faults.add(new Fault(pointer, "length", "must be a list of at most 24 frames"));
    } else {
      week.put(day.get(), frames(day.get(), frames, pointer));
    }
  }

  private List<DayFrame> frames(DayOfWeek day, List<List<String>> texts, String pointer) {
    List<DayFrame> frames = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      DayFrame frame = frame(texts.get(i), pointer + "/" + i);
      if (frame != null) {
        int midnight = (day.getValue() - 1) * DayFrame.DAY;
        frames.add(frame);
        placed.add(new Placed(midnight + frame.from(), midnight + frame.to(), pointer + "/" + i));
      }
    }
    return frames;
  }

  private @Nullable DayFrame frame(@Nullable List<String> ends, String pointer) {
    if (ends == null || ends.size() != 2) {
      faults.add(new Fault(pointer, "invalid", "must be two times: [\"09:00\", \"17:00\"]"));
      return null;
    }
    int from = minutes(ends.get(0), pointer + "/0");
    int to = minutes(ends.get(1), pointer + "/1");
    if (from < 0 || to < 0) {
      return null;
    }
    if (from == DayFrame.DAY) {
      faults.add(new Fault(pointer + "/0", "invalid", "must be before 24:00"));
      return null;
    }
    if (from == to) {
      faults.add(new Fault(pointer, "zero_length", "must not be of zero length"));
      return null;
    }
    return DayFrame.between(from, to);
  }

  private int minutes(@Nullable String time, String pointer) {
    if (time == null || !TIME.matcher(time).matches()) {
      faults.add(new Fault(pointer, "invalid", "must be a time from 00:00 to 24:00"));
      return -1;
    }
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
  }

  /** Compares each frame with those before it, also over the end of the week. */
  private void overlaps() {
    for (int i = 0; i < placed.size(); i++) {
      for (int k = 0; k < i; k++) {
        if (meet(placed.get(i), placed.get(k))) {
          String other = placed.get(k).pointer();
          faults.add(new Fault(placed.get(i).pointer(), "overlap", "overlaps " + other));
          break;
        }
      }
    }
  }

  private static boolean meet(Placed one, Placed other) {
    for (int shift = -WEEK; shift <= WEEK; shift += WEEK) {
      if (one.from() + shift < other.to() && other.from() < one.to() + shift) {
        return true;
      }
    }
    return false;
  }
}
