package dev.tocsin.schedules.internal;

import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.schedules.ChangeLayer;
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

/** Judges what a schedule shall hold, with every fault at once, and stores what is good. */
@Dependent
public class ScheduleEditor {

  @Inject private ScheduleRows rows;
  @Inject private People people;

  /** Store a schedule with all that the command brings along. */
  public Schedule create(CreateSchedule command, Instant at) {
    List<Fault> faults = new ArrayList<>();
    ScheduleRules.judgeZone(command.timeZone(), faults);
    Schedule schedule = new Schedule(Ids.next(), command, at);
    List<Supplier<?>> parts = new ArrayList<>();
    for (CreateLayer layer : orNone(command.layers())) {
      int index = parts.size();
      parts.add(layer(schedule.id(), layer, index, "/layers/" + index, at, faults));
    }
    addOverrides(parts, schedule.id(), orNone(command.overrides()), at, faults);
    addLeave(parts, schedule.id(), orNone(command.unavailabilities()), at, faults);
    refuse(faults);
    rows.add(schedule);
    rows.flush(); // the parts refer to it, and nothing tells the provider in which order to insert
    parts.forEach(part -> rows.add(part.get()));
    rows.flush();
    return schedule;
  }

  private void addOverrides(
      List<Supplier<?>> parts,
      UUID scheduleId,
      List<CreateOverride> commands,
      Instant at,
      List<Fault> faults) {
    for (int i = 0; i < commands.size(); i++) {
      ShiftOverride override = override(scheduleId, commands.get(i), "/overrides/" + i, at, faults);
      parts.add(() -> override);
    }
  }

  private void addLeave(
      List<Supplier<?>> parts,
      UUID scheduleId,
      List<CreateUnavailability> commands,
      Instant at,
      List<Fault> faults) {
    for (int i = 0; i < commands.size(); i++) {
      Unavailability leave =
          leave(scheduleId, commands.get(i), "/unavailabilities/" + i, at, faults);
      parts.add(() -> leave);
    }
  }

  /** Store a layer, after the others unless it says where. */
  public Layer addLayer(Schedule schedule, CreateLayer command, Instant at) {
    List<Fault> faults = new ArrayList<>();
    int last =
        rows.layers(schedule.id()).stream()
            .mapToInt(layer -> layer.orderIndex() + 1)
            .max()
            .orElse(0);
    Supplier<Layer> layer = layer(schedule.id(), command, last, "", at, faults);
    refuse(faults);
    return store(layer.get());
  }

  /** Take over what the command names; the result is judged as a whole. */
  public void changeLayer(Layer layer, ChangeLayer command) {
    List<Fault> faults = new ArrayList<>();
    LayerTerms terms = layer.terms().changedBy(command);
    LayerRules.judge(terms, "", faults);
    if (command.participants() != null) {
      terms = terms.with(people.named(command.participants(), "/participants", faults));
    }
    refuse(faults);
    layer.replan(terms);
    rows.flush();
  }

  public ShiftOverride addOverride(Schedule schedule, CreateOverride command, Instant at) {
    List<Fault> faults = new ArrayList<>();
    ShiftOverride override = override(schedule.id(), command, "", at, faults);
    refuse(faults);
    return store(override);
  }

  public Unavailability addLeave(Schedule schedule, CreateUnavailability command, Instant at) {
    List<Fault> faults = new ArrayList<>();
    Unavailability leave = leave(schedule.id(), command, "", at, faults);
    refuse(faults);
    return store(leave);
  }

  /** A layer can only be made of terms without a fault, hence later. */
  private Supplier<Layer> layer(
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

  private ShiftOverride override(
      UUID scheduleId, CreateOverride command, String pointer, Instant at, List<Fault> faults) {
    ScheduleRules.judge(command, pointer, faults);
    Person person = people.named(command.userName(), command.userId(), pointer, faults);
    return new ShiftOverride(Ids.next(), scheduleId, command, person, at);
  }

  private Unavailability leave(
      UUID scheduleId,
      CreateUnavailability command,
      String pointer,
      Instant at,
      List<Fault> faults) {
    ScheduleRules.judge(command, pointer, faults);
    Person person = people.named(command.userName(), command.userId(), pointer, faults);
    return new Unavailability(Ids.next(), scheduleId, command, person, at);
  }

  private <T> T store(T row) {
    rows.add(row);
    rows.flush();
    return row;
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
