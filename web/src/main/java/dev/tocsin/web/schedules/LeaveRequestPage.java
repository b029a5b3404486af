package dev.tocsin.web.schedules;

import dev.tocsin.persistence.PageRequest;
import dev.tocsin.schedules.LeaveRequestView;
import dev.tocsin.schedules.LeaveRequests;
import dev.tocsin.schedules.RequestState;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** Asks for days without shifts, and answers those who ask. */
@Named
@ViewScoped
public class LeaveRequestPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private LeaveRequests requests;
  @Inject private SchedulePage page;
  @Inject private Caller caller;

  private transient List<LeaveRequestView> waiting = List.of();

  /** Reads the schedule and the requests that wait for an answer. */
  public void load() {
    page.load();
    waiting =
        requests
            .list(
                caller.actor(),
                page.required().id(),
                RequestState.OFFERED,
                new PageRequest(PageRequest.MAX_LIMIT, null))
            .data();
  }

  /** Asks for the reader's own leave, whoever else the draft names. */
  public void ask(LeaveDraft draft) {
    requests.create(caller.actor(), page.required().id(), draft.request());
    Messages.done("leave.asked");
    load();
  }

  /** Grants leave. */
  public void accept(LeaveRequestView request) {
    LeaveRequestView granted = requests.accept(caller.actor(), request.scheduleId(), request.id());
    Messages.done("leave.granted", granted.requester().name());
    granted.warnings().forEach(warning -> Messages.warning(warning.detail()));
    load();
  }

  /** Refuses leave. */
  public void decline(LeaveRequestView request) {
    requests.decline(caller.actor(), request.scheduleId(), request.id());
    Messages.done("leave.declined", request.requester().name());
    load();
  }

  /** Takes the reader's own request back. */
  public void cancel(LeaveRequestView request) {
    requests.cancel(caller.actor(), request.scheduleId(), request.id());
    Messages.done("leave.cancelled");
    load();
  }

  /** Returns whether the reader made a request. */
  public boolean isMine(LeaveRequestView request) {
    return Objects.equals(request.requester().userId(), caller.actor().id());
  }

  public List<LeaveRequestView> getWaiting() {
    return waiting;
  }
}
