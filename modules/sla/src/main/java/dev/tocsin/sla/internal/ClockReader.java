package dev.tocsin.sla.internal;

import dev.tocsin.persistence.Code;
import dev.tocsin.sla.ClockView;
import dev.tocsin.sla.FrameView;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shows clocks as they stand at a moment. */
@Dependent
public class ClockReader {

  @Inject private Clocks clocks;

  /** Returns a ticket's clocks; one that is overdue and not yet found shows as what it is. */
  public List<ClockView> clocks(UUID ticketId, Instant now) {
    List<SlaClock> all = clocks.ofTicket(ticketId);
    Map<UUID, List<SlaFrame>> frames = clocks.frames(all);
    return all.stream()
        .map(clock -> view(clock, clock.run(frames.getOrDefault(clock.id(), List.of())), now))
        .toList();
  }

  private static ClockView view(SlaClock clock, ClockRun stored, Instant now) {
    ClockRun run = stored.judged(now);
    return new ClockView(
        clock.id(),
        clock.policyId(),
        clock.metric(),
        run.state(),
        run.target(),
        run.startedAt(),
        run.endedAt(),
        run.dueAt(),
        run.elapsed(now),
        run.remaining(now),
        run.breachedAt(),
        run.metLate() ? true : null,
        clock.calendarId(),
        List.of(),
        run.stretches().stream().map(stretch -> frame(stretch, now)).toList());
  }

  private static FrameView frame(Stretch stretch, Instant now) {
    return new FrameView(
        stretch.from(),
        stretch.to() == null ? now : stretch.to(),
        stretch.counted(),
        Code.of(stretch.reason()));
  }
}
