package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.Warning;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.schedules.CreateOverride;
import dev.tocsin.schedules.OverrideImport;
import dev.tocsin.schedules.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Makes the overrides of imported events what their calendar says now. */
@Dependent
public class CalendarImporter {
  /** What an import is told of its overrides; the rest of a schedule is not its business. */
  private static final Set<String> TOLD = Set.of("overlapping_overrides", "on_leave");

  @Inject private ScheduleRows rows;
  @Inject private PlanRows plans;
  @Inject private ShiftWatches watches;
  @Inject private People people;

  /**
   * Imports a calendar.
   *
   * @throws NotFound when there is no such schedule
   * @throws Rejected naming every event that cannot be understood
   */
  public OverrideImport run(UUID scheduleId, String text, Instant now) {
    // what takes long comes before the lock, for which notices and other changes would wait
    ImportedCalendar calendar = ImportedCalendar.read(text, rows.require(scheduleId).zone(), now);
    Named named = people.named(calendar.shifts().stream().flatMap(ImportedShift::meant));
    Schedule schedule = watches.open(scheduleId, now);
    List<ShiftOverride> before = rows.imported(scheduleId, calendar.uids(), now);
    List<ShiftOverride> gone = new ArrayList<>(before);
    List<ShiftOverride> added = new ArrayList<>();
    for (ImportedShift shift : calendar.shifts()) {
      Person person = shift.person(named);
      CreateOverride command = shift.command(person);
      ShiftOverride same = null;
      for (ShiftOverride known : gone) {
        if (same == null && known.isImported(shift.uid(), command)) {
          same = known;
        }
      }
      if (same == null) {
        added.add(new ShiftOverride(Ids.next(), scheduleId, command, person, shift.uid(), now));
      } else {
        gone.remove(same);
      }
    }
    gone.forEach(rows::remove);
    added.forEach(rows::add);
    rows.flush();
    return new OverrideImport(
        scheduleId,
        added.size(),
        gone.size(),
        before.size() - gone.size(),
        calendar.skipped(),
        warnings(schedule, added, now));
  }

  private List<Warning> warnings(Schedule schedule, List<ShiftOverride> added, Instant now) {
    List<Warning> found = new ArrayList<>();
    added.stream()
        .map(ShiftOverride::person)
        .filter(person -> person.userId() == null)
        .map(Person::name)
        .distinct()
        .map(name -> new Warning("unknown_person", name + " is no user; no page reaches them."))
        .forEach(found::add);
    if (!added.isEmpty()) {
      Window ahead = new Window(now, now.plus(ImportedCalendar.AHEAD));
      PlanWarnings.of(plans.plan(schedule, now), ahead).stream()
          .filter(warning -> TOLD.contains(warning.code()))
          .map(warning -> new Warning(warning.code(), warning.detail()))
          .forEach(found::add);
    }
    return found;
  }
}
