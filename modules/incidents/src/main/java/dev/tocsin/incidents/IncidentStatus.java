package dev.tocsin.incidents;

import java.util.EnumSet;
import java.util.Set;

/** The life of an incident; what may follow a state is in {@link #next}. */
public enum IncidentStatus {
  TRIGGERED,
  ACKNOWLEDGED,
  RESOLVED,
  CANCELED;

  /** Return the states that may follow this one; none when it is the last. */
  public Set<IncidentStatus> next() {
    return switch (this) {
      case TRIGGERED -> EnumSet.of(ACKNOWLEDGED, RESOLVED, CANCELED);
      case ACKNOWLEDGED -> EnumSet.of(RESOLVED);
      case RESOLVED, CANCELED -> EnumSet.noneOf(IncidentStatus.class);
    };
  }

  /** Tell whether the incident still needs somebody. */
  public boolean isOpen() {
    return this == TRIGGERED || this == ACKNOWLEDGED;
  }
}
