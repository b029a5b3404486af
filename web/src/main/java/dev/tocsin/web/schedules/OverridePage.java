package dev.tocsin.web.schedules;

import dev.tocsin.schedules.Absences;
import dev.tocsin.schedules.OverrideView;
import dev.tocsin.schedules.ScheduleView;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.UUID;

/** Puts somebody on call in place of whoever has the turn, and takes that back. */
@Named
@ViewScoped
public class OverridePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Absences absences;
  @Inject private SchedulePage page;
  @Inject private Caller caller;

  private final OverrideDraft draft = new OverrideDraft();

  /** Adds the override. */
  public void add() {
    ScheduleView shown = page.required();
    OverrideView made =
        absences.addOverride(
            caller.actor(), shown.id(), draft.command(ZoneId.of(shown.timeZone())));
    Messages.done("schedules.override_added", made.userName());
    made.warnings().forEach(warning -> Messages.warning(warning.detail()));
    page.load();
  }

  /** Removes an override. */
  public void remove(UUID override) {
    absences.removeOverride(caller.actor(), page.required().id(), override);
    Messages.done("schedules.override_removed");
    page.load();
  }

  public OverrideDraft getDraft() {
    return draft;
  }
}
