package dev.tocsin.sla.internal;

import dev.tocsin.platform.time.Times;
import dev.tocsin.sla.ClockView;
import dev.tocsin.sla.Threshold;
import dev.tocsin.sla.ThresholdView;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows clocks as they stand at a moment. */
@Dependent
public class ClockReader {

  @Inject private Clocks clocks;
  @Inject private Policies policies;
  @Inject private Calendars calendars;

  /** Returns a ticket's clocks; one that is overdue and not yet found shows as what it is. */
  public List<ClockView> clocks(UUID ticketId, Instant now) {
    LiveClocks live =
        LiveClocks.of(clocks.ofTicket(ticketId), clocks::frames, calendars::timeOf, Standing.NEW);
    return views(live, now);
  }

  /** Returns one clock. */
  ClockView clock(SlaClock row, Instant now) {
    LiveClocks live = LiveClocks.of(List.of(row), clocks::frames, calendars::timeOf, Standing.NEW);
    return views(live, now).get(0);
  }

  private List<ClockView> views(LiveClocks live, Instant now) {
    List<ClockView> views = new ArrayList<>();
    for (int i = 0; i < live.rows().size(); i++) {
      SlaClock clock = live.rows().get(i);
      ClockRun run = live.run(i).judged(now);
      views.add(
          ClockViews.of(
              clock.id(),
              clock.policyId(),
              clock.metric(),
              run,
              clock.counted().orElseGet(() -> run.elapsed(now)),
              thresholds(clock, run),
              now));
    }
    return views;
  }

  private List<ThresholdView> thresholds(SlaClock clock, ClockRun run) {
    Instant due = run.dueAt();
    if (due == null) {
      return List.of();
    }
    List<ReachedThreshold> reached = clocks.reached(clock.id(), Times.truncate(due));
    List<ThresholdView> views = new ArrayList<>();
    for (Threshold band : policies.bandsOf(clock)) {
      Optional<ReachedThreshold> known = reached.stream().filter(r -> r.is(band)).findFirst();
      views.add(
          new ThresholdView(
              band.label(),
              due.minus(band.before()),
              known.map(ReachedThreshold::announcedAt).orElse(null),
              known.filter(r -> r.announcedAt() == null).map(r -> true).orElse(null)));
    }
    Instant told =
        run.breachedAt() == null
            ? null
            : clocks.breach(clock.id(), run.breachedAt()).map(Breach::announcedAt).orElse(null);
    views.add(new ThresholdView(Bands.BREACHED, due, told, null));
    return views;
  }
}
