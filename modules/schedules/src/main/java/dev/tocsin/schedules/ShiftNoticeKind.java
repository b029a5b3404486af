package dev.tocsin.schedules;

/** When people are told that on call passes from one to the other. */
public enum ShiftNoticeKind {
  /** Some time before the handoff. */
  AHEAD,
  /** At the handoff. */
  HANDOFF
}
