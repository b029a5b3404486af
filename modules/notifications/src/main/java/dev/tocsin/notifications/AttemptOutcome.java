package dev.tocsin.notifications;

/** What became of one try to send a delivery. */
public enum AttemptOutcome {
  /** Begun, not yet ended. */
  UNDER_WAY,
  /** The receiver accepted it. */
  SENT,
  /** Failed in a way that may pass: a timeout, a busy or broken receiver, a missing setting. */
  FAILED,
  /** Refused for good: an HTTP 4xx but 408, 425 and 429, or an SMTP 5xx. */
  REFUSED,
  /** The node stopped before it could say; the receiver may have it. */
  LOST
}
