package dev.tocsin.web.schedules;

import dev.tocsin.schedules.Absences;
import dev.tocsin.schedules.OverrideView;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Puts somebody on call in place of whoever has the turn; asked for on the timeline. */
@Named
@ViewScoped
public class OverridePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Absences absences;
  @Inject private TimelinePage page;
  @Inject private Caller caller;

  private final OverrideDraft draft = new OverrideDraft();

  /** Adds the override and shows the timeline with it. */
  public String add() {
    OverrideView made =
        absences.addOverride(
            caller.actor(), page.scheduleId(), draft.command(page.required().zone()));
    Messages.done("schedules.override_added", made.userName());
    made.warnings().forEach(warning -> Messages.warning(warning.detail()));
    return "/console/schedules/detail?faces-redirect=true&includeViewParams=true";
  }

  public OverrideDraft getDraft() {
    return draft;
  }
}
