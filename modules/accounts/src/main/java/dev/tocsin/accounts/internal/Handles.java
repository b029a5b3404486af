package dev.tocsin.accounts.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** Makes a handle for somebody who was given none. */
public final class Handles {

  private static final int LONGEST = 58;

  private Handles() {}

  /**
   * Returns a free handle made of the email's local part, numbered from 2 when others have it.
   *
   * @param taken whether somebody has a handle already
   */
  public static String of(String email, Predicate<String> taken) {
    String base = plain(Emails.localPart(email.strip()));
    String handle = base;
    for (int i = 2; taken.test(handle); i++) {
      handle = base + "-" + i;
    }
    return handle;
  }

  private static String plain(String text) {
    String ascii =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._-]+", "-")
            .replaceAll("^[^a-z0-9]+", "");
    String cut = ascii.length() > LONGEST ? ascii.substring(0, LONGEST) : ascii;
    return cut.isEmpty() ? "user" : cut;
  }
}
