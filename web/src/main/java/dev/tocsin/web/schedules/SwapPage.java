package dev.tocsin.web.schedules;

import dev.tocsin.schedules.Period;
import dev.tocsin.schedules.SwapRequests;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.console.UuidConverter;
import dev.tocsin.web.console.ViewerZone;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.schedules.timeline.Words;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks colleagues to take over a shift of the reader's, for nothing or for one of theirs. */
@Named
@ViewScoped
public class SwapPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ShiftBook book;
  @Inject private SwapRequests swaps;
  @Inject private Caller caller;
  @Inject private ViewerZone viewer;

  private @Nullable UUID schedule;
  private String shift = "";
  private @Nullable Period gives;
  private List<PlannedShift> others = List.of();
  private final SwapDraft draft = new SwapDraft();

  /** Reads the shift that the address names; without one, only colleagues' shifts are asked for. */
  public void load() {
    gives = shift.isBlank() ? null : SwapDraft.period(shift);
    others = book.others(UuidConverter.asked(schedule));
  }

  /** Asks, and shows the reader's shifts. */
  public String ask() {
    swaps.create(caller.actor(), UuidConverter.asked(schedule), draft.command(gives));
    Messages.done("shifts.asked");
    return "/console/shifts/list?faces-redirect=true";
  }

  /** Returns the shift to pass on; null when none is. */
  public @Nullable Period getGives() {
    return gives;
  }

  /** Returns the shifts of colleagues that could be taken over. */
  public List<PlannedShift> getOthers() {
    return others;
  }

  /** Returns a shift in words, on the reader's clock. */
  public String label(PlannedShift of) {
    Words words = new Words(viewer.find().orElse(ZoneOffset.UTC));
    return of.who() + ": " + words.of(of.start(), of.end());
  }

  public SwapDraft getDraft() {
    return draft;
  }

  public @Nullable UUID getSchedule() {
    return schedule;
  }

  public void setSchedule(@Nullable UUID schedule) {
    this.schedule = schedule;
  }

  public String getShift() {
    return shift;
  }

  public void setShift(String shift) {
    this.shift = shift;
  }
}
