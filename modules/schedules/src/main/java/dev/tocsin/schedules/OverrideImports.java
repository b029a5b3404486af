package dev.tocsin.schedules;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.time.Times;
import dev.tocsin.schedules.internal.CalendarImporter;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * Brings what another calendar says of who is on call into a schedule, as overrides.
 *
 * <p>An event is known by its UID: importing a calendar again brings the overrides of its events up
 * to date and never doubles them. What is over is not touched, nor are overrides of events that the
 * calendar does not speak of.
 */
@Stateless
public class OverrideImports {
  /** As many as an API call may send at all. */
  public static final int MOST_BYTES = 1024 * 1024;

  @Inject private CalendarImporter importer;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * Imports a calendar, all of it or nothing.
   *
   * @param calendar RFC 5545; times without a zone are the schedule's
   * @throws NotFound when there is no such schedule
   * @throws Rejected naming every event that cannot be understood
   */
  public OverrideImport importCalendar(Actor actor, UUID scheduleId, String calendar) {
    actor.require(Role.ADMIN, Role.AGENT);
    if (calendar.length() > MOST_BYTES) {
      throw new Rejected("", "too_long", "must not be longer than 1 MiB");
    }
    OverrideImport done = importer.run(scheduleId, calendar, Times.now(clock));
    audit.record(
        actor,
        "schedule.overrides_imported",
        "schedule",
        scheduleId.toString(),
        Map.of("import", done));
    return done;
  }
}
