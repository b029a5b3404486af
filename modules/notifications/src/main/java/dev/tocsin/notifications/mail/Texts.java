package dev.tocsin.notifications.mail;

/** What the texts of mailboxes may look like. */
final class Texts {

  /** Something visible and no control characters. */
  static final String LINE = "(?U)(?=.*\\S)\\P{Cntrl}*";

  static final String LINE_SAYS = "must not be blank or hold control characters";

  private Texts() {}
}
