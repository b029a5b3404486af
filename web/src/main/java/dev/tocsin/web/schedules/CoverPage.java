package dev.tocsin.web.schedules;

import dev.tocsin.schedules.Absences;
import dev.tocsin.schedules.UnavailabilityView;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** Who stands in for somebody and who is away: takes leave, and takes both back. */
@Named
@ViewScoped
public class CoverPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Absences absences;
  @Inject private SchedulePage page;
  @Inject private Caller caller;

  private LeaveDraft draft = new LeaveDraft();

  /** Takes somebody out of the rotations for some days. */
  public void addLeave() {
    UnavailabilityView made =
        absences.addUnavailability(caller.actor(), page.required().id(), draft.command());
    Messages.done("schedules.leave_added", made.userName());
    made.warnings().forEach(warning -> Messages.warning(warning.detail()));
    draft = new LeaveDraft();
    page.load();
  }

  /** Takes leave back. */
  public void removeLeave(UUID leave) {
    absences.removeUnavailability(caller.actor(), page.required().id(), leave);
    Messages.done("schedules.leave_removed");
    page.load();
  }

  /** Takes an override back. */
  public void removeOverride(UUID override) {
    absences.removeOverride(caller.actor(), page.required().id(), override);
    Messages.done("schedules.override_removed");
    page.load();
  }

  public LeaveDraft getDraft() {
    return draft;
  }
}
