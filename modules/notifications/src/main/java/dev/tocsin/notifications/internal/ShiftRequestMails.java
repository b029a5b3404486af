package dev.tocsin.notifications.internal;

import dev.tocsin.schedules.LeaveRequestMoved;
import dev.tocsin.schedules.LeaveRequestView;
import dev.tocsin.schedules.RequestState;
import dev.tocsin.schedules.SwapRequestMoved;
import dev.tocsin.schedules.SwapRequestView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Mails what people ask of one another, and what was answered. */
@ApplicationScoped
public class ShiftRequestMails {

  @Inject private Pager pager;

  /** Tells those concerned what became of a swap. */
  public void on(@Observes SwapRequestMoved event) {
    SwapRequestView request = event.request();
    pager.reachAll(
        event.concerned(),
        "swap:" + request.id() + ":" + request.state(),
        "schedule.swap_request",
        ShiftTexts.swap(event, pager.links()));
  }

  /** Tells those concerned what became of a leave request, and of a new one the administrators. */
  public void on(@Observes LeaveRequestMoved event) {
    LeaveRequestView request = event.request();
    String intent = "leave:" + request.id() + ":" + request.state();
    MailText text = ShiftTexts.leave(event, pager.links());
    pager.reachAll(event.concerned(), intent, "schedule.leave_request", text);
    if (request.state() == RequestState.OFFERED) {
      pager.reachAdmins(intent, "schedule.leave_request", text, null);
    }
  }
}
