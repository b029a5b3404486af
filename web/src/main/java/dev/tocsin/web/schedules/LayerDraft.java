package dev.tocsin.web.schedules;

import dev.tocsin.platform.error.Rejected;
import dev.tocsin.schedules.ChangeLayer;
import dev.tocsin.schedules.CreateLayer;
import dev.tocsin.schedules.LayerView;
import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.RotationType;
import java.io.Serializable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is typed about a layer. */
public class LayerDraft implements Serializable {
  private static final long serialVersionUID = 1L;

  private String name = "";
  private RotationType type = RotationType.WEEKLY;
  private int length = 1;
  private String start = "";
  private String shift = "";
  private String people = "";

  /** Proposes a handoff at nine in the morning, today in the schedule's zone. */
  void begin(Clock clock, String zone) {
    start = LocalDate.now(clock.withZone(ZoneId.of(zone))) + "T09:00";
  }

  void fill(LayerView layer) {
    name = layer.name();
    type = layer.rotationType();
    length = layer.rotationLength();
    start = layer.rotationStart();
    shift = layer.shiftDuration() == null ? "" : layer.shiftDuration().toString();
    people = layer.participants().stream().map(Person::name).collect(Collectors.joining("\n"));
  }

  CreateLayer create() {
    return new CreateLayer(
        name, null, type, length, start, shiftDuration(), null, null, participants());
  }

  ChangeLayer change() {
    return new ChangeLayer(
        name, null, type, length, start, shiftDuration(), null, null, participants());
  }

  private List<Person> participants() {
    return people
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> new Person(line, null))
        .toList();
  }

  private @Nullable Duration shiftDuration() {
    try {
      return shift.isBlank() ? null : Duration.parse(shift.strip());
    } catch (DateTimeException e) {
      throw new Rejected("/shift_duration", "invalid", "Write a duration like PT12H.");
    }
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public RotationType getType() {
    return type;
  }

  public void setType(RotationType type) {
    this.type = type;
  }

  public int getLength() {
    return length;
  }

  public void setLength(int length) {
    this.length = length;
  }

  public String getStart() {
    return start;
  }

  public void setStart(String start) {
    this.start = start;
  }

  public String getShift() {
    return shift;
  }

  public void setShift(String shift) {
    this.shift = shift;
  }

  public String getPeople() {
    return people;
  }

  public void setPeople(String people) {
    this.people = people;
  }
}
