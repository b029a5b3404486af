package dev.tocsin.sla.internal;

import dev.tocsin.platform.worktime.WorkingTime;
import dev.tocsin.sla.internal.TicketClocks.Tracked;
import dev.tocsin.ticketing.SlaState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A ticket's clocks as rows and as a value, place by place.
 *
 * @param sla what they amounted to when they were read
 */
record LiveClocks(List<SlaClock> rows, TicketClocks value, SlaState sla) {

  static LiveClocks of(
      List<SlaClock> rows,
      Function<List<SlaClock>, Map<UUID, List<SlaFrame>>> frames,
      Function<SlaClock, WorkingTime> time,
      Standing standing) {
    Map<UUID, List<SlaFrame>> known = frames.apply(rows);
    List<Tracked> clocks =
        rows.stream()
            .map(
                row ->
                    new Tracked(
                        row.metric(),
                        row.run(known.getOrDefault(row.id(), List.of()), time.apply(row))))
            .toList();
    return new LiveClocks(rows, new TicketClocks(standing, clocks), SlaClock.worst(rows));
  }

  ClockRun run(int place) {
    return value.clocks().get(place).run();
  }

  List<SlaClock> open() {
    return rows.stream().filter(SlaClock::isOpen).toList();
  }

  /** Returns the clocks of a later value that have no row yet. */
  List<Tracked> beyond(TicketClocks later) {
    return later.clocks().subList(rows.size(), later.clocks().size());
  }

  /** Returns the policy they run by: an open one's, else the last one's. */
  Optional<UUID> policyId() {
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(open().stream().findFirst().orElse(rows.get(rows.size() - 1)).policyId());
  }
}
