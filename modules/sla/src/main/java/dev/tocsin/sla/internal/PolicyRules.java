package dev.tocsin.sla.internal;

import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.PolicyDraft;
import dev.tocsin.sla.PolicyTarget;
import dev.tocsin.sla.Threshold;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a policy must be beyond its shape. */
@Dependent
public class PolicyRules {

  private static final Duration SHORTEST = Duration.ofNanos(1_000);
  private static final Duration LONGEST = Duration.ofDays(3660);

  @Inject private Calendars calendars;

  /**
   * Lets a good draft pass.
   *
   * @throws Rejected naming every fault
   */
  void check(PolicyDraft draft) {
    List<Fault> faults = new ArrayList<>();
    Set<Metric> seen = EnumSet.noneOf(Metric.class);
    for (int i = 0; i < draft.targets().size(); i++) {
      PolicyTarget target = draft.targets().get(i);
      String pointer = "/targets/" + i;
      if (!seen.add(target.metric())) {
        faults.add(new Fault(pointer + "/metric", "duplicate", "has a target already"));
      }
      length(target.target(), pointer + "/target", faults);
      if (target.calendarId() != null && !calendars.hold(target.calendarId())) {
        faults.add(new Fault(pointer + "/calendar_id", "unknown", "is no calendar"));
      }
    }
    thresholds(draft.thresholds() == null ? List.of() : draft.thresholds(), faults);
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }

  /** Judges a length of time: what is stored in microseconds must not become nothing. */
  static void length(Duration length, String pointer, List<Fault> faults) {
    if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
      faults.add(new Fault(pointer, "out_of_range", "must be positive and at most ten years"));
    }
  }

  private static void thresholds(List<Threshold> thresholds, List<Fault> faults) {
    Set<Duration> lengths = new HashSet<>();
    Set<String> labels = new HashSet<>();
    for (int i = 0; i < thresholds.size(); i++) {
      Duration before = thresholds.get(i).before();
      String pointer = "/thresholds/" + i;
      length(before, pointer + "/before", faults);
      // what is stored in microseconds must differ there, too
      if (!lengths.add(before.truncatedTo(ChronoUnit.MICROS))) {
        faults.add(new Fault(pointer + "/before", "duplicate", "has a threshold already"));
      }
      if (!labels.add(thresholds.get(i).label())) {
        faults.add(new Fault(pointer + "/label", "duplicate", "is a threshold already"));
      }
    }
  }
}
