package dev.tocsin.platform.error;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The input is wrong; names every fault. Status 400. */
public final class Rejected extends DomainException {
  private static final long serialVersionUID = 1L;

  private final List<Fault> faults;

  /** Makes the error of one or more faults. */
  public Rejected(List<Fault> faults) {
    super(
        "invalid",
        faults.stream()
            .map(fault -> fault.pointer() + ": " + fault.detail())
            .collect(Collectors.joining("; ")));
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("an input without faults is not rejected");
    }
    this.faults = List.copyOf(faults);
  }

  /** Makes the error of a single fault. */
  public Rejected(String pointer, String code, String detail) {
    this(List.of(new Fault(pointer, code, detail)));
  }

  /** Returns the same faults, each at the pointer that an outer input or a form knows it by. */
  public Rejected at(UnaryOperator<String> place) {
    return new Rejected(
        faults.stream()
            .map(fault -> new Fault(place.apply(fault.pointer()), fault.code(), fault.detail()))
            .toList());
  }

  /** Returns every fault found, at least one. */
  public List<Fault> faults() {
    return faults;
  }
}
