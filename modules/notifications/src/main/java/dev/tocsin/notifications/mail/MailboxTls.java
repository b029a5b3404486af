package dev.tocsin.notifications.mail;

/** How the connection to a mailbox is protected. */
public enum MailboxTls {
  NONE,
  /** Begins in the clear and goes on only when protection is granted. */
  STARTTLS,
  TLS
}
