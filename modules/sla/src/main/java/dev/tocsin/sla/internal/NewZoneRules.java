package dev.tocsin.sla.internal;

import dev.tocsin.platform.time.Times;
import dev.tocsin.platform.time.ZoneRulesChanged;
import dev.tocsin.sla.internal.Recalculation.Scope;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** Has open clocks recomputed when the time zone rules that their calendars go by are others. */
@Dependent
public class NewZoneRules {

  @Inject private Calendars calendars;
  @Inject private Recalculations recalculations;
  @Inject private Clock clock;

  /** Sets it off for every calendar, as an edit of it would. */
  public void on(@Observes ZoneRulesChanged change) {
    calendars
        .all()
        .forEach(calendar -> recalculations.begin(Scope.CALENDAR, calendar.id(), Times.now(clock)));
  }
}
