package dev.tocsin.schedules.internal;

import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.schedules.CreateLayer;
import dev.tocsin.schedules.CreateOverride;
import dev.tocsin.schedules.CreateSchedule;
import dev.tocsin.schedules.CreateUnavailability;
import dev.tocsin.schedules.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges what a schedule shall hold, with every fault at once, and makes it without storing it. */
@Dependent
public class SchedulePlanner {

  @Inject private People people;
  @Inject private HolidayDays holidays;

  /** Makes one part of a schedule of its command. */
  private interface Part<C, T> {
    T of(C command, int index, String pointer);
  }

  /**
   * Return the schedule that a command asks for, with all that it brings along.
   *
   * @param pointer JSON pointer to the command; empty when it is the whole input
   * @throws Rejected naming every fault
   */
  public SchedulePlan plan(CreateSchedule command, String pointer, Instant at) {
    Schedule schedule = new Schedule(Ids.next(), command, at);
    List<CreateLayer> layers = orNone(command.layers());
    List<CreateOverride> overrides = orNone(command.overrides());
    List<CreateUnavailability> leaves = orNone(command.unavailabilities());
    Stream<Person> meant =
        Stream.of(
                layers.stream().flatMap(SchedulePlanner::meant),
                overrides.stream().map(SchedulePlanner::meant),
                leaves.stream().map(SchedulePlanner::meant))
            .flatMap(each -> each);
    PlanDraft draft = draft(schedule.id(), meant, at);
    draft.judgeZone(command.timeZone(), pointer);
    List<Supplier<Layer>> drafted = each(layers, pointer + "/layers", draft::layer);
    List<ShiftOverride> covers =
        each(overrides, pointer + "/overrides", (part, i, where) -> draft.override(part, where));
    List<Unavailability> away =
        each(leaves, pointer + "/unavailabilities", (part, i, where) -> draft.leave(part, where));
    draft.check();
    List<Layer> good = drafted.stream().map(Supplier::get).toList();
    return new SchedulePlan(schedule, good, covers, away, holidays.weekdays(schedule));
  }

  private static <C, T> List<T> each(List<C> commands, String pointer, Part<C, T> part) {
    List<T> made = new ArrayList<>(commands.size());
    for (C command : commands) {
      made.add(part.of(command, made.size(), pointer + "/" + made.size()));
    }
    return made;
  }

  PlanDraft draft(UUID scheduleId, CreateLayer command, Instant at) {
    return draft(scheduleId, meant(command), at);
  }

  PlanDraft draft(UUID scheduleId, CreateOverride command, Instant at) {
    return draft(scheduleId, Stream.of(meant(command)), at);
  }

  PlanDraft draft(UUID scheduleId, CreateUnavailability command, Instant at) {
    return draft(scheduleId, Stream.of(meant(command)), at);
  }

  /** Begins parts that name these people; all are looked up at once. */
  PlanDraft draft(UUID scheduleId, Stream<Person> meant, Instant at) {
    return new PlanDraft(scheduleId, people.named(meant), at);
  }

  private static Stream<Person> meant(CreateLayer command) {
    return orNone(command.participants()).stream();
  }

  private static Person meant(CreateOverride command) {
    return new Person(command.userName(), command.userId());
  }

  private static Person meant(CreateUnavailability command) {
    return new Person(command.userName(), command.userId());
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
