package dev.tocsin.ticketing;

import dev.tocsin.persistence.Code;

/** How urgent a ticket is, from {@code P0} (critical) to {@code P3} (low); there is no default. */
public enum Priority implements Code {
  P0("Critical"),
  P1("High"),
  P2("Medium"),
  P3("Low");

  private final String word;

  Priority(String word) {
    this.word = word;
  }

  @Override
  public String code() {
    return name();
  }

  /** Returns the name people read, for example {@code P0-Critical}. */
  public String label() {
    return name() + "-" + word;
  }
}
