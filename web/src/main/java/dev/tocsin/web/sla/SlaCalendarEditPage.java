package dev.tocsin.web.sla;

import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.sla.CalendarDraft;
import dev.tocsin.sla.CalendarView;
import dev.tocsin.sla.Holiday;
import dev.tocsin.sla.SlaCalendars;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.console.UuidConverter;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes or changes a calendar, its week drawn while it is typed. */
@Named
@ViewScoped
public class SlaCalendarEditPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private SlaCalendars calendars;
  @Inject private Caller caller;

  private @Nullable UUID id;
  private @Nullable Long version;
  private final CalendarForm form = new CalendarForm();

  /** Loads the calendar; without an id the page makes one. */
  public void load() {
    caller.actor().require(Role.ADMIN);
    UUID wanted = id;
    if (wanted == null) {
      form.begin();
    } else {
      CalendarView known = calendars.require(caller.actor(), wanted);
      version = known.version();
      form.fill(known);
    }
  }

  /** Judges what is typed so far; faults go to their inputs. */
  public void judge() {
    atInputs(
        () -> {
          CalendarDraft typed = form.command();
          calendars.judge(caller.actor(), typed);
          return typed;
        });
  }

  /** Adds the holidays of the chosen file to those typed; nothing is saved yet. */
  public void read() {
    List<Holiday> before = form.holidays();
    List<Holiday> found;
    try {
      found = calendars.readHolidays(caller.actor(), form.getFile());
    } catch (Rejected e) {
      throw e.at(pointer -> "/file");
    } finally {
      form.setFile("");
    }
    List<Holiday> together = Holiday.together(before, found);
    form.write(together);
    Messages.done("calendar.read", together.size() - before.size());
  }

  /** Saves, and shows how the edit comes to the open clocks. */
  public String save() {
    UUID known = id;
    CalendarView saved =
        atInputs(
            () ->
                known == null
                    ? calendars.create(caller.actor(), form.command())
                    : calendars.change(caller.actor(), known, form.command(), version));
    Messages.done("calendar.saved", saved.name());
    return "/console/sla/calendars?faces-redirect=true" + Works.after(saved.recalculation());
  }

  /** Deletes the calendar. */
  public String delete() {
    calendars.delete(caller.actor(), UuidConverter.asked(id), version);
    Messages.done("calendar.deleted", form.getName());
    return "/console/sla/calendars?faces-redirect=true";
  }

  private static <T> T atInputs(Supplier<T> act) {
    try {
      return act.get();
    } catch (Rejected e) {
      throw e.at(CalendarForm::input);
    }
  }

  /** Returns the week as it is typed, drawn. */
  public Week getWeek() {
    return Week.of(form.weekly());
  }

  public CalendarForm getForm() {
    return form;
  }

  public @Nullable UUID getId() {
    return id;
  }

  public void setId(@Nullable UUID id) {
    this.id = id;
  }
}
