package dev.tocsin.ticketing;

/** Who reads a comment: everybody on the ticket, or only those who work on it. */
public enum Visibility {
  PUBLIC,
  INTERNAL
}
