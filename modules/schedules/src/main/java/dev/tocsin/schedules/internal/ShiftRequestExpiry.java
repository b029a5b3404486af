package dev.tocsin.schedules.internal;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.work.DueRow;
import dev.tocsin.platform.work.DueRows;
import dev.tocsin.schedules.RequestState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Expires the requests that nobody answered in time. */
@ApplicationScoped
public class ShiftRequestExpiry extends DueRows {
  private static final Actor SYSTEM = Actor.system("schedules");

  @Inject private ShiftRequestRows requests;
  @Inject private ScheduleRows schedules;
  @Inject private ShiftRequestMoves moves;

  @Override
  public String name() {
    return "shift-request-expiry";
  }

  @Override
  protected List<DueRow> due(Instant now, int limit) {
    return requests.due(now, limit);
  }

  @Override
  protected boolean perform(UUID id, Instant now) {
    Optional<ShiftRequest> due = requests.lockIfFree(id).filter(request -> request.isDue(now));
    due.ifPresent(
        request ->
            moves.move(
                SYSTEM,
                schedules.require(request.scheduleId()),
                request,
                RequestState.EXPIRED,
                now));
    return due.isPresent();
  }

  @Override
  protected void postpone(UUID id, Instant until, int failures, String reason) {
    requests.lock(id).ifPresent(request -> request.postpone(until, failures));
  }
}
