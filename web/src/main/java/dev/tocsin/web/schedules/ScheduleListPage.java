package dev.tocsin.web.schedules;

import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.schedules.ScheduleSummary;
import dev.tocsin.schedules.Schedules;
import dev.tocsin.web.console.Filters;
import dev.tocsin.web.console.ListPage;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Every schedule with who is on now and who is next. */
@Named
@ViewScoped
public class ScheduleListPage extends ListPage<ScheduleSummary> {
  private static final long serialVersionUID = 1L;

  @Inject private Schedules schedules;
  @Inject private Caller caller;

  @Override
  protected Page<ScheduleSummary> fetch(Filters wanted, PageRequest request) {
    return schedules.list(caller.actor(), request);
  }
}
