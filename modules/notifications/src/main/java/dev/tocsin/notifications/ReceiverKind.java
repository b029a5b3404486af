package dev.tocsin.notifications;

/** Who receives a delivery. */
public enum ReceiverKind {
  /** A person with an account. */
  USER,
  /** Another system's webhook subscription. */
  SUBSCRIPTION
}
