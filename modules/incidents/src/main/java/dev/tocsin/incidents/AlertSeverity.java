package dev.tocsin.incidents;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How bad a source says it is. */
public enum AlertSeverity {
  CRITICAL(IncidentSeverity.CRITICAL),
  WARNING(IncidentSeverity.HIGH),
  INFO(IncidentSeverity.MEDIUM);

  private final IncidentSeverity incidentSeverity;

  AlertSeverity(IncidentSeverity incidentSeverity) {
    this.incidentSeverity = incidentSeverity;
  }

  /** Return the severity a source's word means; {@link #WARNING} for none and for unknown ones. */
  public static AlertSeverity of(@Nullable String word) {
    String name = word == null ? "" : word.strip().toUpperCase(Locale.ROOT);
    for (AlertSeverity severity : values()) {
      if (severity.name().equals(name)) {
        return severity;
      }
    }
    return WARNING;
  }

  /** Return the severity of an incident that such an alert opens. */
  public IncidentSeverity incidentSeverity() {
    return incidentSeverity;
  }

  /** Tell whether such an alert is worth an incident. */
  public boolean opensIncident() {
    return this != INFO;
  }
}
