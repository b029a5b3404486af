package dev.tocsin.notifications;

/**
 * Where a delivery stands.
 *
 * <p>A delivery waits, is sent by one node at a time, and ends sent, dead or superseded; a failed
 * try puts it back to wait for the next one.
 */
public enum DeliveryState {
  /** Waits for its first try. */
  PENDING,
  /** A node holds the lease and is sending. */
  SENDING,
  /** The receiver accepted it. */
  SENT,
  /** The last try failed; the next one is due at {@code due_at}. */
  FAILED,
  /** Given up; only a person can requeue it. */
  DEAD,
  /** Withdrawn before it was sent, because its cause is gone; the reason says why. */
  SUPERSEDED;

  /** Returns whether a person may put the delivery back into the queue. */
  public boolean requeueable() {
    return this == DEAD || this == FAILED;
  }
}
