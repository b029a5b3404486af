package dev.tocsin.web.schedules;

import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.schedules.OverrideImport;
import dev.tocsin.schedules.OverrideImports;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.stream.Collectors;

/** Brings the shifts of another calendar into a schedule. */
@Named
@ViewScoped
public class CalendarImportPage implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int MOST_TOLD = 5;

  @Inject private OverrideImports imports;
  @Inject private SchedulePage page;
  @Inject private Caller caller;

  private String calendar = "";

  /** Imports what was pasted or read from a file. */
  public void run() {
    OverrideImport done = imported();
    Messages.done("import.done", done.added(), done.removed(), done.unchanged(), done.skipped());
    done.warnings().stream()
        .limit(MOST_TOLD)
        .forEach(warning -> Messages.warning(warning.detail()));
    calendar = "";
    page.load();
  }

  /** An input shows one message, so the first faults make one. */
  private OverrideImport imported() {
    try {
      return imports.importCalendar(caller.actor(), page.required().id(), calendar);
    } catch (Rejected refusal) {
      String all =
          refusal.faults().stream()
              .limit(MOST_TOLD)
              .map(Fault::detail)
              .collect(Collectors.joining(". "));
      throw new Rejected("/calendar", "invalid", all);
    }
  }

  public String getCalendar() {
    return calendar;
  }

  public void setCalendar(String calendar) {
    this.calendar = calendar;
  }
}
