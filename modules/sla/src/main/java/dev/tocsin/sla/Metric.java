package dev.tocsin.sla;

/** What a clock measures. */
public enum Metric {
  /** From the opening to the first public comment of an agent. */
  FIRST_RESPONSE,
  /** From the first unanswered word of the customer. */
  NEXT_RESPONSE,
  /** From the last public word of an agent. */
  PERIODIC_UPDATE,
  /** From the opening until resolved or closed. */
  RESOLUTION
}
