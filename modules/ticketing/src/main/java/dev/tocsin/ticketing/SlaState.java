package dev.tocsin.ticketing;

/** What a ticket's service level clocks amount to: the worst state of any of them. */
public enum SlaState {
  OK,
  AT_RISK,
  BREACHED
}
