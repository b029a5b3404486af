package dev.tocsin.accounts.internal;

import java.text.Normalizer;
import java.util.Locale;

/** How addresses are compared. */
public final class Emails {

  private Emails() {}

  /** Returns the form in which two spellings of one address are equal. */
  public static String key(String email) {
    return Normalizer.normalize(email.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /** Returns what stands before the at sign, or the whole text when there is none. */
  public static String localPart(String email) {
    int at = email.lastIndexOf('@');
    return at < 0 ? email : email.substring(0, at);
  }
}
