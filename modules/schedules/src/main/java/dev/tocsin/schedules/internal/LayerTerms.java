package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.Warning;
import dev.tocsin.platform.worktime.DayKeys;
import dev.tocsin.schedules.ChangeLayer;
import dev.tocsin.schedules.CreateLayer;
import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.RotationType;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a layer says about itself, with nothing left out: what is judged, stored and evaluated.
 *
 * @param start as {@link RotationStart} reads it
 * @param shiftDuration null for until the next handoff
 * @param weekdays {@code mon} to {@code sun}; empty for all
 */
record LayerTerms(
    String name,
    int orderIndex,
    RotationType type,
    int length,
    String start,
    @Nullable Duration shiftDuration,
    List<String> weekdays,
    int concurrent,
    List<Person> participants) {

  static LayerTerms of(CreateLayer command, int orderIndex) {
    return new LayerTerms(
        command.name().strip(),
        or(command.orderIndex(), orderIndex),
        command.rotationType(),
        or(command.rotationLength(), 1),
        command.rotationStart(),
        noneIfZero(command.shiftDuration()),
        or(command.weekdays(), List.<String>of()),
        or(command.concurrent(), 1),
        or(command.participants(), List.<Person>of()));
  }

  /** Return these terms with everything that the command names in its place. */
  LayerTerms changedBy(ChangeLayer command) {
    return new LayerTerms(
        or(command.name(), name).strip(),
        or(command.orderIndex(), orderIndex),
        or(command.rotationType(), type),
        or(command.rotationLength(), length),
        or(command.rotationStart(), start),
        command.shiftDuration() == null ? shiftDuration : noneIfZero(command.shiftDuration()),
        or(command.weekdays(), weekdays),
        or(command.concurrent(), concurrent),
        or(command.participants(), participants));
  }

  LayerTerms with(List<Person> people) {
    return new LayerTerms(
        name, orderIndex, type, length, start, shiftDuration, weekdays, concurrent, people);
  }

  RosterLayer inRoster(@Nullable UUID id, ZoneId zone, Weekdays days, List<Leave> leaves) {
    return new RosterLayer(id, name, rotation(zone, days), concurrent, participants, leaves, zone);
  }

  Rotation rotation(ZoneId zone, Weekdays days) {
    RotationStart anchor = RotationStart.parse(start).orElseThrow();
    return new Rotation(type, length, anchor, zone, shiftDuration, days(), days);
  }

  /** Return what is allowed but hardly meant. */
  List<Warning> warnings() {
    if (participants.isEmpty()) {
      return List.of(new Warning("empty_layer", "Layer " + name + " has nobody in it."));
    }
    List<Warning> found = new ArrayList<>();
    List<Person> seen = new ArrayList<>();
    for (Person person : participants) {
      if (seen.stream().filter(person::isSameAs).count() == 1) {
        found.add(
            new Warning(
                "participant_twice",
                person.name() + " takes more than one turn in each round of layer " + name + "."));
      }
      seen.add(person);
    }
    return found;
  }

  private Set<DayOfWeek> days() {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (weekdays.contains(DayKeys.of(day))) {
        days.add(day);
      }
    }
    return days;
  }

  private static @Nullable Duration noneIfZero(@Nullable Duration duration) {
    return duration == null || duration.isZero() ? null : duration;
  }

  private static <T> T or(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
