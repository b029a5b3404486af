package dev.tocsin.sla;

/** Where a clock stands; a breached one runs on until it is met late. */
public enum ClockState {
  RUNNING,
  PAUSED,
  MET,
  BREACHED,
  NOT_APPLICABLE,
  CANCELLED
}
