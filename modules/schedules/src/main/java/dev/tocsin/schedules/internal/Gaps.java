package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.Warning;
import dev.tocsin.schedules.Gap;
import dev.tocsin.schedules.OnCallSegment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds the times in which nobody is on call any more. */
public final class Gaps {

  private Gaps() {}

  /**
   * Warns of each stretch that somebody covered before a change and nobody covers after it.
   *
   * @param before the final schedule of a window before the change
   * @param after the same window after it
   */
  public static List<Warning> opened(List<OnCallSegment> before, List<OnCallSegment> after) {
    List<Gap> gaps = new ArrayList<>();
    for (OnCallSegment covered : before) {
      for (OnCallSegment now : after) {
        Instant start = later(covered.start(), now.start());
        Instant end = covered.end().isBefore(now.end()) ? covered.end() : now.end();
        if (!covered.users().isEmpty() && now.users().isEmpty() && start.isBefore(end)) {
          append(gaps, start, end);
        }
      }
    }
    return gaps.stream().map(Gaps::warning).toList();
  }

  /** What one person after the other covered is one gap. */
  private static void append(List<Gap> gaps, Instant start, Instant end) {
    int last = gaps.size() - 1;
    if (last >= 0 && gaps.get(last).end().equals(start)) {
      gaps.set(last, new Gap(gaps.get(last).start(), end));
    } else {
      gaps.add(new Gap(start, end));
    }
  }

  private static Warning warning(Gap gap) {
    return new Warning(
        "coverage_gap", "Nobody is on call from " + gap.start() + " to " + gap.end() + ".");
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
