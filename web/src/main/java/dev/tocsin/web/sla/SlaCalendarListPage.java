package dev.tocsin.web.sla;

import dev.tocsin.sla.CalendarView;
import dev.tocsin.sla.SlaCalendars;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calendars by name, each with its week drawn. */
@Named
@RequestScoped
public class SlaCalendarListPage {

  @Inject private SlaCalendars calendars;
  @Inject private Caller caller;
  private @Nullable List<CalendarView> all;

  /** Returns every calendar by name, read once a request. */
  public List<CalendarView> getAll() {
    List<CalendarView> known = all;
    if (known == null) {
      known = calendars.list(caller.actor());
      all = known;
    }
    return known;
  }

  /** Returns a calendar's week, drawn. */
  public Week week(CalendarView calendar) {
    return Week.of(calendar.weekly());
  }

  /** Returns a calendar's name; empty for null, which is every hour of every day. */
  public String name(@Nullable UUID id) {
    return getAll().stream()
        .filter(calendar -> calendar.id().equals(id))
        .map(CalendarView::name)
        .findFirst()
        .orElse("");
  }
}
