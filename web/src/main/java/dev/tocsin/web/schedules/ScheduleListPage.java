package dev.tocsin.web.schedules;

import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.schedules.ScheduleSummary;
import dev.tocsin.schedules.Schedules;
import dev.tocsin.web.console.Filters;
import dev.tocsin.web.console.ListPage;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.schedules.timeline.Timeline;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Every schedule with who is on now, who is next, and the days ahead. */
@Named
@ViewScoped
public class ScheduleListPage extends ListPage<ScheduleSummary> {
  private static final long serialVersionUID = 1L;

  @Inject private Schedules schedules;
  @Inject private Timelines timelines;
  @Inject private Caller caller;

  @Override
  protected Page<ScheduleSummary> fetch(Filters wanted, PageRequest request) {
    return schedules.list(caller.actor(), request);
  }

  /** Draws who is on call in the next days. */
  public Timeline strip(ScheduleSummary schedule) {
    return timelines.ahead(schedule);
  }
}
