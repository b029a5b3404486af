package dev.tocsin.web.schedules;

import dev.tocsin.schedules.AcceptSwap;
import dev.tocsin.schedules.SwapRequestView;
import dev.tocsin.schedules.SwapRequests;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The reader's own shifts, and the requests to pass shifts on that wait for an answer. */
@Named
@ViewScoped
public class MyShiftsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ShiftBook book;
  @Inject private SwapRequests swaps;
  @Inject private Caller caller;

  private transient List<PlannedShift> shifts = List.of();
  private transient List<Asked> asked = List.of();

  /**
   * A request that waits for an answer.
   *
   * @param mine whether the reader made it
   */
  public record Asked(String scheduleName, SwapRequestView request, boolean mine) {}

  /** Reads shifts and requests. */
  public void load() {
    shifts = book.mine();
    Map<UUID, String> names = book.names();
    asked =
        swaps.waitingFor(caller.actor()).stream()
            .map(
                request ->
                    new Asked(
                        names.getOrDefault(request.scheduleId(), ""),
                        request,
                        Objects.equals(request.requester().userId(), caller.actor().id())))
            .toList();
  }

  /** Accepts what a colleague asks. */
  public void accept(SwapRequestView request) {
    SwapRequestView accepted =
        swaps.accept(caller.actor(), request.scheduleId(), request.id(), new AcceptSwap(null));
    Messages.done("shifts.accepted");
    accepted.warnings().forEach(warning -> Messages.warning(warning.detail()));
    load();
  }

  /** Declines what a colleague asks. */
  public void decline(SwapRequestView request) {
    swaps.decline(caller.actor(), request.scheduleId(), request.id());
    Messages.done("shifts.declined");
    load();
  }

  /** Takes the reader's own request back. */
  public void cancel(SwapRequestView request) {
    swaps.cancel(caller.actor(), request.scheduleId(), request.id());
    Messages.done("shifts.cancelled");
    load();
  }

  public List<PlannedShift> getShifts() {
    return shifts;
  }

  public List<Asked> getAsked() {
    return asked;
  }
}
