package dev.tocsin.ticketing.work;

/** Who finds a saved view or a macro: who made it, a team, or everyone who works here. */
public enum Audience {
  OWNER,
  TEAM,
  EVERYONE
}
