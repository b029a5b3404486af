package dev.tocsin.sla;

/** Whether a recalculation still has clocks to look at. */
public enum RecalculationState {
  RUNNING,
  DONE
}
