package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.Warning;
import dev.tocsin.schedules.QualityWarning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a plan says about itself that is allowed but hardly meant. */
final class PlanWarnings {

  private final SchedulePlan plan;
  private final Window window;
  private final List<QualityWarning> found = new ArrayList<>();

  private PlanWarnings(SchedulePlan plan, Window window) {
    this.plan = plan;
    this.window = window;
  }

  static List<QualityWarning> of(SchedulePlan plan, Window window) {
    PlanWarnings warnings = new PlanWarnings(plan, window);
    plan.layers().forEach(warnings::add);
    List<Cover> covers =
        plan.overrides().stream()
            .map(ShiftOverride::cover)
            .filter(cover -> cover.start().isBefore(window.to()))
            .filter(cover -> cover.end().isAfter(window.from()))
            .toList();
    covers.forEach(warnings::addOnLeave);
    warnings.addOverlaps(covers);
    return warnings.found;
  }

  private void add(Layer layer) {
    LayerTerms terms = layer.terms();
    for (Warning warning : terms.warnings()) {
      found.add(new QualityWarning(warning.code(), warning.detail()));
    }
    if (terms.participants().isEmpty()) {
      return; // nobody's handoff
    }
    for (MovedHandoff moved :
        MovedHandoff.within(plan.rotation(layer), plan.schedule().zone(), window)) {
      String detail =
          "The handoff of layer %s at %s falls where the clocks go forward; it happens at %s."
              .formatted(
                  terms.name(),
                  moved.meant(),
                  moved.at().atZone(plan.schedule().zone()).toLocalDateTime());
      found.add(new QualityWarning("handoff_in_gap", detail, moved.at(), null));
    }
  }

  private void addOnLeave(Cover cover) {
    if (plan.leaves().stream().anyMatch(l -> l.leave().meets(cover, plan.schedule().zone()))) {
      found.add(
          new QualityWarning(
              "on_leave",
              cover.person().name() + " stands in while on leave.",
              cover.start(),
              cover.end()));
    }
  }

  /** Each override with the one before it that lasts longest: one warning each, not each pair. */
  private void addOverlaps(List<Cover> covers) {
    List<Cover> byStart = new ArrayList<>(covers);
    byStart.sort(Comparator.comparing(Cover::start));
    Cover longest = null;
    for (Cover cover : byStart) {
      if (longest != null && cover.start().isBefore(longest.end())) {
        Cover winner = covers.indexOf(cover) > covers.indexOf(longest) ? cover : longest;
        Instant end = cover.end().isBefore(longest.end()) ? cover.end() : longest.end();
        String detail =
            "The overrides of %s and %s overlap; the later made one, of %s, wins."
                .formatted(longest.person().name(), cover.person().name(), winner.person().name());
        found.add(new QualityWarning("overlapping_overrides", detail, cover.start(), end));
      }
      longest = longest == null || cover.end().isAfter(longest.end()) ? cover : longest;
    }
  }
}
