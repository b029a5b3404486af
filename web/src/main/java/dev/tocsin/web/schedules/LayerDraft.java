package dev.tocsin.web.schedules;

import dev.tocsin.platform.worktime.DayKeys;
import dev.tocsin.schedules.ChangeLayer;
import dev.tocsin.schedules.CreateLayer;
import dev.tocsin.schedules.LayerView;
import dev.tocsin.schedules.RotationType;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is typed about a layer. */
public class LayerDraft implements Serializable {
  private static final long serialVersionUID = 1L;

  private String name = "";
  private @Nullable Integer orderIndex;
  private RotationType type = RotationType.WEEKLY;
  private int length = 1;
  private String start = "";
  private final ShiftLength shift = new ShiftLength();
  private List<String> weekdays = List.of();
  private int concurrent = 1;
  private final LayerTurns turns = new LayerTurns();

  /** Proposes a handoff at nine in the morning of a day. */
  void begin(LocalDate day) {
    start = day + "T09:00";
  }

  void fill(LayerView layer) {
    name = layer.name();
    orderIndex = layer.orderIndex();
    type = layer.rotationType();
    length = layer.rotationLength();
    start = layer.rotationStart();
    shift.fill(layer.shiftDuration());
    weekdays = layer.weekdays();
    concurrent = layer.concurrent();
    turns.fill(layer.participants());
  }

  CreateLayer create() {
    return create(name);
  }

  /** Returns the layer for a preview, which does without a name. */
  CreateLayer planned(String otherwise) {
    return create(name.isBlank() ? otherwise : name);
  }

  private CreateLayer create(String called) {
    return new CreateLayer(
        called,
        orderIndex,
        type,
        length,
        start,
        shift.length(),
        weekdays,
        concurrent,
        turns.people());
  }

  ChangeLayer change() {
    return new ChangeLayer(
        name,
        orderIndex,
        type,
        length,
        start,
        shift.length(),
        weekdays,
        concurrent,
        turns.people());
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

  public List<String> getWeekdays() {
    return weekdays;
  }

  public void setWeekdays(List<String> weekdays) {
    this.weekdays = weekdays;
  }

  public int getConcurrent() {
    return concurrent;
  }

  public void setConcurrent(int concurrent) {
    this.concurrent = concurrent;
  }

  public LayerTurns getTurns() {
    return turns;
  }

  public RotationType[] getTypes() {
    return RotationType.values();
  }

  public List<String> getDays() {
    return DayKeys.ALL;
  }

  public ShiftLength getShift() {
    return shift;
  }
}
