package dev.tocsin.schedules.internal;

import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.error.Fault;
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
import org.jspecify.annotations.Nullable;

/** Judges what a schedule shall hold, with every fault at once, and makes it without storing it. */
@Dependent
public class SchedulePlanner {

  @Inject private People people;

  /** Makes one part of a schedule of its command; faults are noted, not thrown. */
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
    List<Fault> faults = new ArrayList<>();
    ScheduleRules.judgeZone(command.timeZone(), pointer, faults);
    Schedule schedule = new Schedule(Ids.next(), command, at);
    UUID id = schedule.id();
    List<Supplier<Layer>> layers =
        each(
            command.layers(),
            pointer + "/layers",
            (part, index, where) -> layer(id, part, index, where, at, faults));
    List<ShiftOverride> overrides =
        each(
            command.overrides(),
            pointer + "/overrides",
            (part, index, where) -> override(id, part, where, at, faults));
    List<Unavailability> leaves =
        each(
            command.unavailabilities(),
            pointer + "/unavailabilities",
            (part, index, where) -> leave(id, part, where, at, faults));
    refuse(faults);
    return new SchedulePlan(
        schedule, layers.stream().map(Supplier::get).toList(), overrides, leaves);
  }

  private static <C, T> List<T> each(@Nullable List<C> commands, String pointer, Part<C, T> part) {
    List<T> made = new ArrayList<>();
    for (C command : commands == null ? List.<C>of() : commands) {
      made.add(part.of(command, made.size(), pointer + "/" + made.size()));
    }
    return made;
  }

  /** A layer can only be made of terms without a fault, hence later. */
  Supplier<Layer> layer(
      UUID scheduleId,
      CreateLayer command,
      int orderIndex,
      String pointer,
      Instant at,
      List<Fault> faults) {
    LayerTerms terms = LayerTerms.of(command, orderIndex);
    LayerRules.judge(terms, pointer, faults);
    List<Person> participants =
        people.named(terms.participants(), pointer + "/participants", faults);
    return () -> new Layer(Ids.next(), scheduleId, terms.with(participants), at);
  }

  ShiftOverride override(
      UUID scheduleId, CreateOverride command, String pointer, Instant at, List<Fault> faults) {
    ScheduleRules.judge(command, pointer, faults);
    Person person = people.named(command.userName(), command.userId(), pointer, faults);
    return new ShiftOverride(Ids.next(), scheduleId, command, person, at);
  }

  Unavailability leave(
      UUID scheduleId,
      CreateUnavailability command,
      String pointer,
      Instant at,
      List<Fault> faults) {
    ScheduleRules.judge(command, pointer, faults);
    Person person = people.named(command.userName(), command.userId(), pointer, faults);
    return new Unavailability(Ids.next(), scheduleId, command, person, at);
  }

  static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }
}
