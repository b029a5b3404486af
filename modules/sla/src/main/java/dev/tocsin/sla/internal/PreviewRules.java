package dev.tocsin.sla.internal;

import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.SlaPreview;
import dev.tocsin.sla.SlaPreview.Event;
import dev.tocsin.sla.SlaPreview.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a story must be to be computed. */
final class PreviewRules {

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2500-01-01T00:00:00Z");

  private final SlaPreview preview;
  private final List<Fault> faults = new ArrayList<>();

  private PreviewRules(SlaPreview preview) {
    this.preview = preview;
  }

  /**
   * Lets a good story pass.
   *
   * @throws Rejected naming every fault
   */
  static void check(SlaPreview preview) {
    PreviewRules rules = new PreviewRules(preview);
    rules.within(preview.at(), "/at");
    rules.targets();
    for (int i = 0; i < preview.events().size(); i++) {
      rules.event(i, "/events/" + i);
    }
    if (!rules.faults.isEmpty()) {
      throw new Rejected(rules.faults);
    }
  }

  private void targets() {
    Set<Metric> seen = EnumSet.noneOf(Metric.class);
    for (int i = 0; i < preview.targets().size(); i++) {
      SlaPreview.Target target = preview.targets().get(i);
      if (!seen.add(target.metric())) {
        faults.add(new Fault("/targets/" + i + "/metric", "duplicate", "has a target already"));
      }
      PolicyRules.length(target.target(), "/targets/" + i + "/target", faults);
    }
  }

  private void event(int place, String pointer) {
    Event event = preview.events().get(place);
    within(event.at(), pointer + "/at");
    if ((place == 0) != (event.type() == EventType.CREATED)) {
      faults.add(
          new Fault(pointer + "/type", "invalid", "the first event, and only it, is created"));
    }
    if (place > 0 && event.at().isBefore(preview.events().get(place - 1).at())) {
      faults.add(new Fault(pointer + "/at", "out_of_order", "is before the event before it"));
    }
    if (event.at().isAfter(preview.at())) {
      faults.add(new Fault(pointer + "/at", "out_of_range", "is after the time to look at"));
    }
    changes(event, pointer);
  }

  private void changes(Event event, String pointer) {
    boolean retargets = event.type() == EventType.TARGET_CHANGED;
    belongs(retargets, event.metric(), pointer + "/metric");
    belongs(retargets, event.target(), pointer + "/target");
    belongs(event.type() == EventType.CALENDAR_CHANGED, event.calendar(), pointer + "/calendar");
    if (retargets && event.target() != null) {
      PolicyRules.length(event.target(), pointer + "/target", faults);
    }
  }

  private void belongs(boolean needed, @Nullable Object value, String pointer) {
    if (needed && value == null) {
      faults.add(new Fault(pointer, "required", "is what changes"));
    } else if (!needed && value != null) {
      faults.add(new Fault(pointer, "invalid", "does not belong to this type of event"));
    }
  }

  private void within(Instant at, String pointer) {
    if (at.isBefore(EARLIEST) || !at.isBefore(LATEST)) {
      faults.add(new Fault(pointer, "out_of_range", "must be in the years 1900 to 2499"));
    }
  }
}
