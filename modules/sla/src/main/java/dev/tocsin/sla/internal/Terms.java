package dev.tocsin.sla.internal;

import dev.tocsin.sla.Metric;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a policy promises to a ticket, and how its clocks run.
 *
 * @param pausing the metrics whose clocks pause while the customer is asked
 * @param excludeResolvedTime whether the time between resolved and reopened is left out
 */
record Terms(Map<Metric, Promise> promises, Set<Metric> pausing, boolean excludeResolvedTime) {

  /** Nothing is promised any more; what runs runs on by the defaults. */
  static final Terms NONE = new Terms(Map.of(), EnumSet.allOf(Metric.class), false);

  Terms {
    promises = Map.copyOf(promises);
    pausing = Set.copyOf(pausing);
  }

  Optional<Promise> promise(Metric metric) {
    return Optional.ofNullable(promises.get(metric));
  }
}
