package dev.tocsin.schedules;

/**
 * By what a layer steps from one shift to the next.
 *
 * <p>All but {@link #CUSTOM} step on the wall clock of the schedule's zone, so a handoff keeps its
 * local time across clock changes; {@code CUSTOM} steps in elapsed seconds.
 */
public enum RotationType {
  HOURLY,
  DAILY,
  WEEKLY,
  MONTHLY,
  CUSTOM
}
