package dev.tocsin.sla.internal;

/**
 * What clocks have to know of their ticket.
 *
 * @param answered whether an agent has ever answered in public
 */
record Standing(boolean answered, boolean waiting, boolean resolved, boolean closed) {

  /** A ticket just opened. */
  static final Standing NEW = new Standing(false, false, false, false);

  Standing after(Happening what) {
    return switch (what) {
      case AGENT_REPLIED -> new Standing(true, waiting, resolved, closed);
      case CUSTOMER_REPLIED -> this;
      case PAUSED -> new Standing(answered, true, false, closed);
      case RESUMED -> new Standing(answered, false, false, closed);
      case REOPENED -> new Standing(answered, false, false, false);
      case RESOLVED -> new Standing(answered, false, true, closed);
      case CLOSED -> new Standing(answered, false, resolved, true);
    };
  }
}
