package dev.tocsin.ticketing.links;

/** What another ticket is to this one; told from the other's side it is the inverse. */
public enum LinkKind {
  RELATED,
  /** The ticket this one is a part of; a ticket has one at most. */
  PARENT,
  CHILD,
  /** The ticket that said the same before this one. */
  ORIGINAL,
  DUPLICATE,
  /** The closed ticket that this one goes on from. */
  PRECEDING,
  FOLLOW_UP;

  /** Returns what this one is to the other. */
  public LinkKind inverse() {
    return switch (this) {
      case RELATED -> RELATED;
      case PARENT -> CHILD;
      case CHILD -> PARENT;
      case ORIGINAL -> DUPLICATE;
      case DUPLICATE -> ORIGINAL;
      case PRECEDING -> FOLLOW_UP;
      case FOLLOW_UP -> PRECEDING;
    };
  }

  /** Returns whether links are kept in this direction; else in the inverse one. */
  public boolean isKept() {
    return this == RELATED || this == PARENT || this == ORIGINAL || this == PRECEDING;
  }
}
