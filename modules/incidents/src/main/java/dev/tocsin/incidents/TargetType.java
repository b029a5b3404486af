package dev.tocsin.incidents;

/** Whom a tier of an escalation policy pages. */
public enum TargetType {
  /** Whoever is on call in the tier's schedule. */
  SCHEDULE,
  /** The users whom the tier names. */
  USERS,
  BOTH
}
