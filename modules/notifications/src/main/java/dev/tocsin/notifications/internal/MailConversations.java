package dev.tocsin.notifications.internal;

/** Knows which conversation a mail belongs to, looked up just before it is sent. */
public interface MailConversations {

  /**
   * Returns what ties a delivery to its conversation.
   *
   * @param from the sender's address, to which answers go unless a setting says otherwise
   */
  MailEnvelope envelope(Lease lease, String from);
}
