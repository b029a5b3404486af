package dev.tocsin.platform.error;

import dev.tocsin.persistence.Code;
import java.util.Collection;
import java.util.List;

/** A state machine has no such arrow. Status 409, with the arrows it has as {@code allowed}. */
public final class IllegalTransition extends Conflict {
  private static final long serialVersionUID = 1L;

  private final List<String> allowed;

  /** Makes the error from the two states and those that may follow the first. */
  public IllegalTransition(Enum<?> from, Enum<?> to, Collection<? extends Enum<?>> allowed) {
    super("illegal_transition", "invalid transition from " + Code.of(from) + " to " + Code.of(to));
    this.allowed = allowed.stream().map(Code::of).sorted().toList();
  }

  /** Returns the states that may follow, as their wire names. */
  public List<String> allowed() {
    return allowed;
  }
}
