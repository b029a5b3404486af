package dev.tocsin.platform;

/** What an actor may do, from most to least; {@code INGEST} may only deliver alerts. */
public enum Role {
  ADMIN,
  AGENT,
  VIEWER,
  CUSTOMER,
  INGEST
}
