package dev.tocsin.accounts.internal;

import dev.tocsin.platform.Input;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import java.util.ArrayList;
import java.util.List;

/** Gathers every fault of a command before refusing it: of its constraints and of the rules. */
public final class Judgement {

  private final List<Fault> faults;

  private Judgement(List<Fault> faults) {
    this.faults = new ArrayList<>(faults);
  }

  /** Begins with the faults of the command's own constraints. */
  public static Judgement of(Object command) {
    return new Judgement(Input.faults(command));
  }

  /** Adds what a rule found, but for places that already have a fault. */
  public Judgement and(List<Fault> more) {
    for (Fault fault : more) {
      if (faults.stream().noneMatch(known -> known.pointer().equals(fault.pointer()))) {
        faults.add(fault);
      }
    }
    return this;
  }

  /** Lets a faultless command pass. */
  public void pass() {
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }
}
