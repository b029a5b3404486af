package dev.tocsin.sla;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.time.Times;
import dev.tocsin.sla.internal.CalendarRules;
import dev.tocsin.sla.internal.Calendars;
import dev.tocsin.sla.internal.HolidayFile;
import dev.tocsin.sla.internal.Recalculation.Scope;
import dev.tocsin.sla.internal.Recalculations;
import dev.tocsin.sla.internal.SlaCalendar;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the calendars: which hours count for a target.
 *
 * <p>Staff may read them, admins change them; every change is in the audit chain.
 */
@Stateless
public class SlaCalendars {

  @Inject private Clock clock;
  @Inject private Calendars calendars;
  @Inject private Recalculations recalculations;
  @Inject private Audit audit;

  /** Returns every calendar by name. */
  @TransactionAttribute(SUPPORTS)
  public List<CalendarView> list(Actor actor) {
    actor.requireStaff();
    return calendars.all().stream().map(SlaCalendar::view).toList();
  }

  /** Returns a calendar. */
  @TransactionAttribute(SUPPORTS)
  public CalendarView require(Actor actor, UUID id) {
    actor.requireStaff();
    return calendars.require(id).view();
  }

  /**
   * Adds a calendar.
   *
   * @throws dev.tocsin.platform.error.Rejected naming every fault
   */
  public CalendarView create(Actor actor, CalendarDraft draft) {
    actor.require(Role.ADMIN);
    Input.check(draft);
    return recorded(actor, "sla_calendar.created", calendars.add(draft, Times.now(clock)).view());
  }

  /**
   * Replaces a calendar, and sets off that open clocks are recomputed by it.
   *
   * @param ifVersion the version the change was made from; null does not care
   * @throws dev.tocsin.platform.error.Stale when the calendar has another version
   */
  public CalendarView change(Actor actor, UUID id, CalendarDraft draft, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    Input.check(draft);
    Instant now = Times.now(clock);
    SlaCalendar calendar = calendars.replace(id, draft, ifVersion, now);
    RecalculationStarted work = recalculations.begin(Scope.CALENDAR, id, now);
    return recorded(actor, "sla_calendar.changed", calendar.view().with(work));
  }

  /**
   * Returns the holidays of an iCalendar file (RFC 5545), by date: its events of whole days.
   *
   * @throws dev.tocsin.platform.error.Rejected when it is no calendar, or tells no holiday
   */
  @TransactionAttribute(SUPPORTS)
  public List<Holiday> readHolidays(Actor actor, String file) {
    actor.require(Role.ADMIN);
    return HolidayFile.read(file);
  }

  /**
   * Adds the holidays of an iCalendar file to a calendar; days that are holidays keep their names.
   *
   * @param ifVersion the version the change was made from; null does not care
   * @throws dev.tocsin.platform.error.Rejected when it is no calendar, or tells no holiday
   * @throws dev.tocsin.platform.error.Stale when the calendar has another version
   */
  public CalendarView importHolidays(Actor actor, UUID id, String file, @Nullable Long ifVersion) {
    List<Holiday> found = readHolidays(actor, file);
    CalendarView now = calendars.require(id).view();
    Long version = ifVersion == null ? Long.valueOf(now.version()) : ifVersion;
    return change(
        actor,
        id,
        new CalendarDraft(
            now.name(), now.timeZone(), now.weekly(), Holiday.together(now.holidays(), found)),
        version);
  }

  /**
   * Judges a calendar that is still being written.
   *
   * @throws dev.tocsin.platform.error.Rejected naming every fault of its zone, frames and holidays
   */
  @TransactionAttribute(SUPPORTS)
  public void judge(Actor actor, CalendarDraft draft) {
    actor.require(Role.ADMIN);
    CalendarRules.time(draft);
  }

  /**
   * Removes a calendar that nothing uses.
   *
   * @throws dev.tocsin.platform.error.Conflict when a policy or a clock goes by it
   */
  public void delete(Actor actor, UUID id, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    recorded(actor, "sla_calendar.deleted", calendars.remove(id, ifVersion).view());
  }

  private CalendarView recorded(Actor actor, String action, CalendarView calendar) {
    audit.record(
        actor, action, "sla_calendar", calendar.id().toString(), Map.of("calendar", calendar));
    return calendar;
  }
}
