package dev.tocsin.notifications.mail;

/** What became of a message that was read from a mailbox. */
public enum InboundState {
  /** Stored as it came, not judged yet. */
  RECEIVED,
  /** It became a ticket or an answer. */
  ACCEPTED,
  /** Somebody has to decide; the reason says why. */
  HELD,
  /**
   * Put aside: a machine's, our own, one that was here before, one that a closed ticket refused.
   */
  IGNORED,
  /** A mail server's report about a message of ours. */
  BOUNCED,
  /** Held, and then thrown away by somebody. */
  DISCARDED;

  /** Returns whether a person may still make a ticket or an answer of it. */
  public boolean releasable() {
    return this == HELD || this == IGNORED;
  }
}
