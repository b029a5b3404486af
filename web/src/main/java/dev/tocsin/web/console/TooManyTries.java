package dev.tocsin.web.console;

import dev.tocsin.web.filter.AuthLimitFilter;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;

/** Shows a page again, with the seconds to wait, in place of an action tried too often. */
public class TooManyTries implements PhaseListener {
  private static final long serialVersionUID = 1L;

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.INVOKE_APPLICATION;
  }

  @Override
  public void beforePhase(PhaseEvent event) {
    FacesContext context = event.getFacesContext();
    Object wait = context.getExternalContext().getRequestMap().get(AuthLimitFilter.WAIT);
    if (wait == null) {
      return;
    }
    Messages.failed("login.too_many", wait);
    if (!context.getPartialViewContext().isAjaxRequest()) {
      // a script would take the status for a failure and not show the page
      context.getExternalContext().setResponseStatus(429);
    }
    context.renderResponse();
  }

  @Override
  public void afterPhase(PhaseEvent event) {}
}
