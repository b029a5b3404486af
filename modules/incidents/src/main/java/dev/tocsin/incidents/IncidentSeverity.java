package dev.tocsin.incidents;

/** How bad an incident is, from worst to least. */
public enum IncidentSeverity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW
}
