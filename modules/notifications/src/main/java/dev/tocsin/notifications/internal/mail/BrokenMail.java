package dev.tocsin.notifications.internal.mail;

/** A message that cannot be read as one; its message says where it breaks. */
final class BrokenMail extends Exception {
  private static final long serialVersionUID = 1L;

  BrokenMail(String message, Throwable cause) {
    super(message, cause);
  }

  BrokenMail(String message) {
    super(message);
  }
}
