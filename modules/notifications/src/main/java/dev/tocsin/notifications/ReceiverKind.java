package dev.tocsin.notifications;

/** Who receives a delivery. */
public enum ReceiverKind {
  /** A person with an account. */
  USER,
  /** Somebody who asked, known by an email address on a ticket. */
  REQUESTER,
  /** Another system's webhook subscription. */
  SUBSCRIPTION
}
