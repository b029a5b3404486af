package dev.tocsin.schedules;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a swap or leave request stands: offered until somebody answers, its author takes it back or
 * its time has come.
 */
public enum RequestState {
  OFFERED,
  ACCEPTED,
  DECLINED,
  CANCELLED,
  EXPIRED;

  /** Returns the states that may follow this one; empty for all but {@code OFFERED}. */
  public Set<RequestState> next() {
    return this == OFFERED
        ? EnumSet.complementOf(EnumSet.of(OFFERED))
        : EnumSet.noneOf(RequestState.class);
  }
}
