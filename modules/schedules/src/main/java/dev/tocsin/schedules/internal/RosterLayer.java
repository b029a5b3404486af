package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.internal.Rotation.Shift;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One layer: a rotation and the people who take its shifts in turn.
 *
 * <p>Shift n belongs to participant n, and with several at once to the ones that follow. Whoever is
 * on leave is walked past for that time only; the turns of the others do not move.
 */
final class RosterLayer {
  private final UUID id;
  private final Rotation rotation;
  private final int concurrent;
  private final List<Person> participants;
  private final List<List<Absence>> absences;
  private final NavigableSet<Instant> absenceEdges = new TreeSet<>();
  private final String reason;

  private record Absence(Instant start, Instant end) {
    boolean covers(Instant t) {
      return !t.isBefore(start) && t.isBefore(end);
    }
  }

  RosterLayer(
      @Nullable UUID id,
      String name,
      Rotation rotation,
      int concurrent,
      List<Person> participants,
      List<Leave> leaves,
      ZoneId zone) {
    this.id = id == null ? new UUID(0, 0) : id;
    this.rotation = rotation;
    this.concurrent = concurrent;
    this.participants = List.copyOf(participants);
    this.absences = this.participants.stream().map(p -> absencesOf(p, leaves, zone)).toList();
    this.reason = "on call in layer " + name;
  }

  private List<Absence> absencesOf(Person person, List<Leave> leaves, ZoneId zone) {
    List<Absence> found = new ArrayList<>();
    for (Leave leave : leaves) {
      if (leave.person().isSameAs(person)) {
        Absence absence = new Absence(leave.start(zone), leave.end(zone));
        found.add(absence);
        absenceEdges.add(absence.start());
        absenceEdges.add(absence.end());
      }
    }
    return found;
  }

  UUID id() {
    return id;
  }

  Duty at(Instant t) {
    Shift shift = rotation.shiftAt(t);
    return shift == null ? Duty.NOBODY : duty(shift.number(), t);
  }

  /** Return who is on within a window, in order and without overlap; nobody is left out. */
  List<Stretch> stretches(Instant from, Instant to) {
    List<Stretch> found = new ArrayList<>();
    for (Shift shift : rotation.shifts(from, to)) {
      Instant begin = shift.start();
      for (Instant edge : absenceEdges.subSet(shift.start(), false, shift.end(), false)) {
        add(found, shift.number(), begin, edge);
        begin = edge;
      }
      add(found, shift.number(), begin, shift.end());
    }
    return found;
  }

  private void add(List<Stretch> found, long shift, Instant start, Instant end) {
    Duty duty = duty(shift, start);
    if (!duty.isNobody()) {
      found.add(new Stretch(start, end, duty));
    }
  }

  private Duty duty(long shift, Instant t) {
    List<Person> on = new ArrayList<>(concurrent);
    int size = participants.size();
    for (int i = 0; i < size && on.size() < concurrent; i++) {
      int turn = (int) Math.floorMod(shift + i, (long) size);
      Person person = participants.get(turn);
      if (isAvailable(turn, t) && on.stream().noneMatch(person::isSameAs)) {
        on.add(person);
      }
    }
    return on.isEmpty() ? Duty.NOBODY : new Duty(List.copyOf(on), false, id, reason);
  }

  private boolean isAvailable(int participant, Instant t) {
    return absences.get(participant).stream().noneMatch(absence -> absence.covers(t));
  }
}
