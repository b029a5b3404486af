package dev.tocsin.incidents;

/** Whether what an alert tells of still goes on. */
public enum AlertStatus {
  FIRING,
  RESOLVED
}
